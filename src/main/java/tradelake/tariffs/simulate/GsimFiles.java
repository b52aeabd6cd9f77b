package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tradelake.tariffs.models.Gsim;
import tradelake.tariffs.models.GsimResult;

/**
 * GSIM on {@code input.csv}: exporter, importer, trade, T0 (1 + tariff) and a column per scenario with T1.
 *
 * @param elasticities the same for all countries
 */
public record GsimFiles(Gsim.Elasticities elasticities) implements Simulation {
    private static final String BEFORE = "T0";
    private static final List<String> COUNTRY = List.of(
            "scenario",
            "country",
            "P_hat",
            "supply_hat",
            "Pcomposite_hat",
            "Pcomposite_hat_first_order",
            "dPS",
            "dCS_paper",
            "dCS_corrected_sign",
            "dTR",
            "net_welfare_paper",
            "nonlinear_P_hat",
            "nonlinear_Pc_hat",
            "net_welfare");
    private static final List<String> BILATERAL = List.of(
            "scenario", "exporter", "importer", "M0", "T0", "T1", "theta", "phi", "dq_hat", "M1", "nonlinear_M1");

    @Override
    public List<ResultTable> run(Path folder) {
        Grid grid = Grid.read(folder.resolve("input.csv"), "trade", BEFORE);
        grid.requireScenarios(BEFORE);
        List<Object[]> countries = new ArrayList<>();
        List<Object[]> pairs = new ArrayList<>();
        for (String scenario : grid.scenarios()) {
            GsimResult result = market(grid, scenario).solve();
            for (int c = 0; c < grid.countries().size(); c++) countries.add(country(scenario, result, c));
            for (int r = 0; r < grid.countries().size(); r++)
                for (int v = 0; v < grid.countries().size(); v++) pairs.add(pair(scenario, result, r, v));
        }
        return List.of(new ResultTable("country", COUNTRY, countries), new ResultTable("bilateral", BILATERAL, pairs));
    }

    private Gsim market(Grid grid, String scenario) {
        return new Gsim(
                grid.countries().all(),
                grid.matrix("trade", 0),
                grid.matrix(BEFORE, 1),
                grid.matrix(scenario, 1),
                elasticities);
    }

    private static Object[] country(String scenario, GsimResult r, int c) {
        return new Object[] {
            scenario,
            r.market().countries().get(c),
            r.price(c),
            r.supply(c),
            r.composite(c),
            r.firstOrderComposite(c),
            r.producerSurplus(c),
            r.consumerSurplusOfPaper(c),
            r.consumerSurplus(c),
            r.revenue(c),
            r.welfareOfPaper(c),
            r.priceInLevels(c),
            r.compositeInLevels(c),
            r.welfare(c)
        };
    }

    private static Object[] pair(String scenario, GsimResult result, int r, int v) {
        Gsim market = result.market();
        return new Object[] {
            scenario,
            market.countries().get(r),
            market.countries().get(v),
            market.trade()[r][v],
            market.before()[r][v],
            market.after()[r][v],
            result.spendingShare(r, v),
            result.salesShare(r, v),
            result.quantity(r, v),
            result.tradeAfter(r, v),
            result.tradeAfterInLevels(r, v)
        };
    }
}
