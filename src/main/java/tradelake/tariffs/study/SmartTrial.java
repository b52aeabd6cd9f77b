package tradelake.tariffs.study;

import static tradelake.tariffs.elasticities.Concept.ARMINGTON;
import static tradelake.tariffs.elasticities.Concept.EXPORT_SUPPLY;
import static tradelake.tariffs.elasticities.Concept.IMPORT_DEMAND;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradelake.tariffs.elasticities.ElasticityTable;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.models.Smart;

/**
 * SMART on each HS6 that an importer of the scenario buys.
 *
 * @param flows by name, the pair's trade in the chapter of a market: how far its two reports lie apart
 */
record SmartTrial(
        List<Market> markets,
        Map<String, Sample.Flow> flows,
        ElasticityTable demand,
        ElasticityTable substitution,
        ElasticityTable supply)
        implements Trial {
    static SmartTrial of(Ground ground) {
        return new SmartTrial(
                ground.markets(),
                ground.flows().stream().collect(Collectors.toMap(Sample.Flow::name, Function.identity())),
                ground.table(IMPORT_DEMAND).in(ImportCells.EDITION),
                ground.table(ARMINGTON).in(ImportCells.EDITION),
                ground.table(EXPORT_SUPPLY).in(ImportCells.EDITION));
    }

    @Override
    public String closure() {
        return "td_pair";
    }

    @Override
    public boolean isByProduct() {
        return true;
    }

    @Override
    public Stream<Outcome> solve(Sample sample) {
        return markets.stream().map(market -> smart(market, sample).solve());
    }

    private Smart smart(Market market, Sample sample) {
        return new Smart(
                market.importer(),
                market.hs6(),
                market.exporters(),
                imports(market, sample),
                market.before(),
                market.after(),
                alike(market, sample.elasticity(demand, market.hs6())),
                alike(market, sample.elasticity(substitution, market.hs6())),
                alike(market, sample.elasticity(supply, market.hs6())));
    }

    private double[] imports(Market market, Sample sample) {
        double[] imports = market.imports().clone();
        for (int e = 0; e < imports.length; e++) {
            Sample.Flow flow = flows.get(market.flow(e));
            if (flow != null) imports[e] *= sample.factor(flow, market.reported());
        }
        return imports;
    }

    private static double[] alike(Market market, double elasticity) {
        double[] all = new double[market.imports().length];
        Arrays.fill(all, elasticity);
        return all;
    }
}
