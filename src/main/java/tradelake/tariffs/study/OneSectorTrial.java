package tradelake.tariffs.study;

import static tradelake.tariffs.elasticities.Concept.THETA;

import java.util.Locale;
import java.util.stream.Stream;
import tradelake.tariffs.elasticities.ElasticityTable;
import tradelake.tariffs.models.OneSector;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.production.Production;

/** The one-sector model on all goods together, among the economies whose sales at home are known. */
record OneSectorTrial(
        World world, Production production, Shock shock, ElasticityTable theta, OneSector.Closure oneSector)
        implements Trial {
    private static final String TOTAL = "TOTAL";

    static OneSectorTrial of(Ground ground, World world, Production production) {
        return new OneSectorTrial(
                world,
                production,
                ground.shock(hs6 -> TOTAL),
                ground.table(THETA),
                ground.scenario().oneSector());
    }

    @Override
    public String closure() {
        return oneSector.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isByProduct() {
        return false;
    }

    @Override
    public Stream<Outcome> solve(Sample sample) {
        Roster economies = world.economies();
        double[][] flows = economies.matrix((e, i) -> e.equals(i) ? production.sales(e) : 0);
        for (Sample.Flow flow : world.flows())
            flows[economies.at(flow.exporter())][economies.at(flow.importer())] += sample.trade(flow);
        return Stream.of(new OneSector(
                        economies.names(),
                        flows,
                        economies.matrix((e, i) -> shock.before(e, i, TOTAL)),
                        economies.matrix((e, i) -> shock.after(e, i, TOTAL)),
                        OneSector.unchanged(economies.size()),
                        sample.elasticity(theta, TOTAL),
                        oneSector)
                .solve());
    }
}
