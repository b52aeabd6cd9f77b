package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tradelake.reference.Csv;
import tradelake.reference.Line;
import tradelake.tariffs.models.Smart;
import tradelake.tariffs.models.SmartResult;
import tradelake.tariffs.models.SmartResult.Way;

/** SMART on {@code input.csv}: a line per HS6 and partner; an empty export supply elasticity is infinite. */
public final class SmartFiles implements Simulation {
    private static final String HS6 = "hs6";
    private static final String PARTNER = "partner";
    private static final String SUPPLY = "export_supply_elasticity";
    private static final List<String> COLUMNS =
            List.of(HS6, PARTNER, "imports", "t0", "t1", "import_demand_elasticity", "substitution_elasticity", SUPPLY);
    private static final List<String> BY_PARTNER = List.of(
            HS6,
            PARTNER,
            "imports",
            "t0",
            "t1",
            "eps",
            "sigma",
            "mu",
            "tc",
            "price_effect",
            "pw_hat",
            "td_block",
            "td_pair",
            "td_linear_capped",
            "total_block",
            "total_pair",
            "tr_static",
            "tr_block",
            "tr_pair",
            "welfare_tc",
            "welfare_block");
    private static final List<String> BY_PRODUCT =
            List.of(HS6, "tc", "pe", "tr_block", "tr_pair", "tr_static", "welf_tc", "welf_block");

    @Override
    public List<ResultTable> run(Path folder) {
        List<SmartResult> results = markets(Csv.ofFile(folder.resolve("input.csv"), COLUMNS)).stream()
                .map(Smart::solve)
                .toList();
        List<Object[]> partners = new ArrayList<>();
        for (SmartResult result : results)
            for (int p = 0; p < result.market().imports().length; p++) partners.add(partner(result, p));
        return List.of(
                new ResultTable(PARTNER, BY_PARTNER, partners),
                new ResultTable(
                        "total",
                        BY_PRODUCT,
                        results.stream().map(SmartFiles::total).toList()));
    }

    /** One market for each HS6. */
    static List<Smart> markets(Csv csv) {
        Names.requireOnce(csv.lines(), line -> List.of(line.text(HS6), line.text(PARTNER)));
        Map<String, List<Line>> byProduct = new LinkedHashMap<>();
        for (Line line : csv.lines())
            byProduct
                    .computeIfAbsent(line.required(HS6), hs6 -> new ArrayList<>())
                    .add(line);
        return byProduct.entrySet().stream()
                .map(entry -> market(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Smart market(String hs6, List<Line> lines) {
        return new Smart(
                "importer",
                hs6,
                lines.stream().map(line -> line.required(PARTNER)).toList(),
                numbers(lines, line -> line.decimal("imports")),
                numbers(lines, line -> line.decimal("t0")),
                numbers(lines, line -> line.decimal("t1")),
                numbers(lines, line -> line.decimal("import_demand_elasticity")),
                numbers(lines, line -> line.decimal("substitution_elasticity")),
                numbers(lines, line -> line.has(SUPPLY) ? line.decimal(SUPPLY) : Double.POSITIVE_INFINITY));
    }

    private static double[] numbers(List<Line> lines, ToDoubleFunction<Line> number) {
        return lines.stream().mapToDouble(number).toArray();
    }

    private static Object[] partner(SmartResult r, int p) {
        Smart m = r.market();
        return new Object[] {
            m.product(),
            m.partners().get(p),
            m.imports()[p],
            m.before()[p],
            m.after()[p],
            m.demand()[p],
            m.substitution()[p],
            Double.isInfinite(m.supply()[p]) ? "inf" : (Object) m.supply()[p],
            r.creation(p),
            r.priceEffect(p),
            r.worldPrice(p),
            r.diversion(Way.BLOCK, p),
            r.diversion(Way.PAIR, p),
            r.diversion(Way.LINEAR_CAPPED, p),
            r.total(Way.BLOCK, p),
            r.total(Way.PAIR, p),
            r.staticRevenue(p),
            r.revenue(Way.BLOCK, p),
            r.revenue(Way.PAIR, p),
            r.welfareOfCreation(p),
            r.welfare(Way.BLOCK, p)
        };
    }

    private static Object[] total(SmartResult r) {
        return new Object[] {
            r.market().product(),
            sum(r, r::creation),
            sum(r, r::priceEffect),
            sum(r, p -> r.revenue(Way.BLOCK, p)),
            sum(r, p -> r.revenue(Way.PAIR, p)),
            sum(r, r::staticRevenue),
            sum(r, r::welfareOfCreation),
            sum(r, p -> r.welfare(Way.BLOCK, p))
        };
    }

    private static double sum(SmartResult result, IntToDoubleFunction figure) {
        return IntStream.range(0, result.market().imports().length)
                .mapToDouble(figure)
                .sum();
    }
}
