package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tradelake.tariffs.models.OneSector;
import tradelake.tariffs.models.OneSector.Closure;
import tradelake.tariffs.models.OneSectorResult;

/**
 * The one-sector model on {@code input.csv}: exporter, importer, X_fob, t0 and a column per scenario with the new tariffs.
 * With balanced trade a file without scenarios is answered too: what closing the deficits alone does.
 */
public record OneSectorFiles(double theta, Closure closure) implements Simulation {
    private static final String BEFORE = "t0";
    private static final List<String> COUNTRY = List.of(
            "case",
            "country",
            "w_hat",
            "P_hat",
            "real_wage_hat",
            "welfare_hat",
            "E0",
            "E1",
            "R0",
            "R1",
            "D0",
            "pi_nn_0",
            "pi_nn_1",
            "clearing_factor");
    private static final List<String> BILATERAL =
            List.of("case", "exporter", "importer", "that", "t0", "t1", "X0", "X1");

    @Override
    public List<ResultTable> run(Path folder) {
        Grid grid = Grid.read(folder.resolve("input.csv"), "X_fob", BEFORE);
        if (closure != Closure.BALANCED) grid.requireScenarios(BEFORE);
        List<String> cases = grid.scenarios().isEmpty() ? List.of(BEFORE) : grid.scenarios();
        List<Object[]> countries = new ArrayList<>();
        List<Object[]> pairs = new ArrayList<>();
        for (String scenario : cases) {
            OneSectorResult result = world(grid, scenario).solve();
            for (int c = 0; c < grid.countries().size(); c++) countries.add(country(scenario, result, c));
            for (int i = 0; i < grid.countries().size(); i++)
                for (int n = 0; n < grid.countries().size(); n++) pairs.add(pair(scenario, result, i, n));
        }
        return List.of(new ResultTable("country", COUNTRY, countries), new ResultTable("bilateral", BILATERAL, pairs));
    }

    private OneSector world(Grid grid, String scenario) {
        return new OneSector(
                grid.countries().all(),
                grid.matrix("X_fob", 0),
                grid.matrix(BEFORE, 0),
                grid.matrix(scenario, 0),
                OneSector.unchanged(grid.countries().size()),
                theta,
                closure);
    }

    private static Object[] country(String scenario, OneSectorResult r, int c) {
        return new Object[] {
            scenario,
            r.world().countries().get(c),
            r.wage(c),
            r.price(c),
            r.realWage(c),
            r.welfare(c),
            r.spending(c),
            r.spendingAfter(c),
            r.revenue(c),
            r.revenueAfter(c),
            r.deficit(c),
            r.homeShare(c),
            r.homeShareAfter(c),
            r.clearing(c)
        };
    }

    private static Object[] pair(String scenario, OneSectorResult r, int i, int n) {
        OneSector world = r.world();
        return new Object[] {
            scenario,
            world.countries().get(i),
            world.countries().get(n),
            world.tradeCosts()[i][n],
            world.before()[i][n],
            world.after()[i][n],
            world.flows()[i][n],
            r.flowAfter(i, n)
        };
    }
}
