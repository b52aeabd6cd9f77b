package tradelake.indicators.yearly;

import static tradelake.reference.Columns.REPORTER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tradelake.indicators.measures.Growth;
import tradelake.indicators.measures.MarketShares;
import tradelake.lake.Field;
import tradelake.lake.Table;

/**
 * gold.growth_decomposition: {@link MarketShares} and {@link Growth} of each exporter since the year before, among those that
 * report both years, so that nobody's late report is growth.
 */
final class GrowthTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final List<Field<String>> KEY = List.of(REPORTER);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.usd("change_usd", "Exports less those of the year before", "出口额较上年的变化"),
            Keys.usd("world_effect_usd", "Had they grown as the world's", "按世界增速应有的变化"),
            Keys.usd("commodity_effect_usd", "More for chapters that grew faster than all", "商品结构效应"),
            Keys.usd("market_effect_usd", "More for markets that grew faster in a chapter", "市场结构效应"),
            Keys.usd("competitiveness_effect_usd", "The rest: shares won or lost in markets", "竞争力效应（市场份额变化）"),
            Keys.usd("entry_usd", "Chapters in markets that are new", "新进入（章×市场）"),
            Keys.usd("exit_usd", "Chapters in markets given up, 0 or less", "退出（章×市场），不大于 0"),
            Keys.usd("continuing_usd", "Chapters in markets in both years", "持续（章×市场）"));
    static final Table TABLE = Keys.table("growth_decomposition", KEY, MEASURES)
            .meaning(
                    "Why an economy's exports changed since the year before: constant market shares, and new, lost and"
                            + " continuing chapters in markets. Among exporters with data in both years.",
                    "出口较上年变化的分解：恒定市场份额法，以及新进入、退出、持续（章×市场）；仅含两年均有数据的出口方。")
            .always(
                    "effects_add_up",
                    "abs(change_usd - (world_effect_usd + commodity_effect_usd + market_effect_usd +"
                            + " competitiveness_effect_usd)) <= 1e-6 * (1 + abs(change_usd) + abs(world_effect_usd) +"
                            + " abs(commodity_effect_usd) + abs(market_effect_usd))")
            .always(
                    "margins_add_up",
                    "abs(change_usd - (entry_usd + exit_usd + continuing_usd)) <= 1e-6 * (1 + entry_usd - exit_usd +"
                            + " abs(continuing_usd))")
            .example(
                    """
                    SELECT year, change_usd, world_effect_usd, competitiveness_effect_usd
                    FROM gold.growth_decomposition
                    WHERE reporter = 'VNM' AND basis = 'as_reported'
                    ORDER BY year""")
            .build();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public List<Field<String>> key() {
        return KEY;
    }

    @Override
    public List<Field<Double>> measures() {
        return MEASURES;
    }

    @Override
    public Stream<Cells> of(YearPanel now, YearPanel before) {
        SortedSet<String> both = now.exports().reporters();
        both.retainAll(before.exports().reporters());
        List<String> markets = markets(now, before, both);
        double[][] allBase = new double[now.products().size()][markets.size()];
        double[][] allEnd = new double[now.products().size()][markets.size()];
        for (String exporter : both) {
            addTo(allBase, byProduct(before, exporter, markets));
            addTo(allEnd, byProduct(now, exporter, markets));
        }
        return both.stream()
                .map(exporter -> cells(
                        exporter,
                        byProduct(before, exporter, markets),
                        byProduct(now, exporter, markets),
                        allBase,
                        allEnd));
    }

    private static Cells cells(
            String exporter, double[][] base, double[][] end, double[][] allBase, double[][] allEnd) {
        MarketShares shares = MarketShares.of(base, end, allBase, allEnd);
        Growth growth = new Growth(flat(base), flat(end));
        return new Cells(
                List.of(exporter),
                OneWay.sum(growth.end()) - OneWay.sum(growth.base()),
                shares.world(),
                shares.commodity(),
                shares.market(),
                shares.competitiveness(),
                growth.entry(),
                growth.exit(),
                growth.continuing());
    }

    private static List<String> markets(YearPanel now, YearPanel before, SortedSet<String> exporters) {
        TreeSet<String> markets = new TreeSet<>();
        for (String exporter : exporters) {
            markets.addAll(now.exports().partners(exporter).keySet());
            markets.addAll(before.exports().partners(exporter).keySet());
        }
        return new ArrayList<>(markets);
    }

    private static double[][] byProduct(YearPanel panel, String exporter, List<String> markets) {
        double[][] values = new double[panel.products().size()][markets.size()];
        for (int m = 0; m < markets.size(); m++) {
            double[] flow = panel.exports().partners(exporter).get(markets.get(m));
            if (flow != null) for (int k = 0; k < flow.length; k++) values[k][m] = flow[k];
        }
        return values;
    }

    private static void addTo(double[][] sums, double[][] more) {
        for (int k = 0; k < sums.length; k++) for (int m = 0; m < sums[k].length; m++) sums[k][m] += more[k][m];
    }

    private static double[] flat(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    }
}
