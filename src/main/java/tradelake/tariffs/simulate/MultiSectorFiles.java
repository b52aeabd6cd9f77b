package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.MultiSector.Closure;
import tradelake.tariffs.models.MultiSectorResult;

/**
 * The multi-sector model on {@code input_flows.csv} (sector, importer, exporter, fob, t0 and a column per scenario),
 * {@code input_va.csv} (sector, country, theta, va_share) and, for links between sectors, {@code input_io.csv} (country,
 * input_sector, using_sector, share). Without the last the value-added shares count as 1.
 */
public record MultiSectorFiles(Closure closure) implements Simulation {
    private static final List<String> KEYS = List.of("model", "closure", "scenario");
    private static final List<String> COUNTRY = List.of(
            "country",
            "w_hat",
            "pc_hat",
            "real_wage_hat",
            "welfare_hat",
            "income0",
            "income1",
            "revenue0",
            "revenue1",
            "VA0",
            "S",
            "terms_of_trade_first_order",
            "volume_of_trade_first_order",
            "welfare_first_order");
    private static final List<String> SECTOR = List.of("sector", "country", "P_hat", "c_hat", "X0", "X1", "alpha");
    private static final List<String> BILATERAL =
            List.of("sector", "importer", "exporter", "t0", "t1", "pi0", "pi1", "fob0", "fob1");

    @Override
    public List<ResultTable> run(Path folder) {
        MultiSectorInput input = MultiSectorInput.read(folder);
        List<Object[]> countries = new ArrayList<>();
        List<Object[]> sectors = new ArrayList<>();
        List<Object[]> pairs = new ArrayList<>();
        for (String scenario : input.scenarios()) {
            MultiSectorResult result = input.world(scenario, closure).solve();
            List<Object> keys = List.of(input.hasLinks() ? "IO" : "noIO", label(), scenario);
            for (int n = 0; n < result.world().countries().size(); n++) {
                countries.add(row(keys, country(result, n)));
                for (int k = 0; k < result.world().sectors().size(); k++) {
                    sectors.add(row(keys, sector(result, n, k)));
                    for (int i = 0; i < result.world().countries().size(); i++)
                        pairs.add(row(keys, pair(result, k, n, i)));
                }
            }
        }
        return List.of(
                new ResultTable("country", columns(COUNTRY), countries),
                new ResultTable("sector", columns(SECTOR), sectors),
                new ResultTable("bilateral", columns(BILATERAL), pairs));
    }

    private String label() {
        return closure == Closure.S_FIXED ? "S_fixed" : "balanced";
    }

    private static List<String> columns(List<String> measures) {
        List<String> all = new ArrayList<>(KEYS);
        all.addAll(measures);
        return List.copyOf(all);
    }

    private static Object[] row(List<Object> keys, Object... values) {
        List<Object> all = new ArrayList<>(keys);
        all.addAll(List.of(values));
        return all.toArray();
    }

    private static Object[] country(MultiSectorResult r, int n) {
        return new Object[] {
            r.world().countries().get(n),
            r.wage(n),
            r.consumerPrice(n),
            r.realWage(n),
            r.welfare(n),
            r.income(n),
            r.incomeAfter(n),
            r.revenue(n),
            r.revenueAfter(n),
            r.valueAdded(n),
            r.surplus(n),
            r.termsOfTrade(n),
            r.volumeOfTrade(n),
            r.termsOfTrade(n) + r.volumeOfTrade(n)
        };
    }

    private static Object[] sector(MultiSectorResult r, int n, int k) {
        return new Object[] {
            r.world().sectors().get(k),
            r.world().countries().get(n),
            r.price(n, k),
            r.cost(n, k),
            r.spending(n, k),
            r.spendingAfter(n, k),
            r.consumptionShare(n, k)
        };
    }

    private static Object[] pair(MultiSectorResult r, int k, int n, int i) {
        MultiSector world = r.world();
        return new Object[] {
            world.sectors().get(k),
            world.countries().get(n),
            world.countries().get(i),
            world.before()[k][n][i],
            world.after()[k][n][i],
            r.share(k, n, i),
            r.shareAfter(k, n, i),
            world.flows()[k][n][i],
            r.flowAfter(k, n, i)
        };
    }
}
