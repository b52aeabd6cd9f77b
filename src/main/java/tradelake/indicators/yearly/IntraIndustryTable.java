package tradelake.indicators.yearly;

import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tradelake.indicators.measures.IntraIndustry;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.reference.Economies;
import tradelake.reference.Products;

/**
 * gold.intra_industry: {@link IntraIndustry} of each reporter with everyone ({@code WLD}), by chapter and for all of them, and
 * for all of them with each listed economy; both flows as the reporter reports them.
 */
final class IntraIndustryTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final String TOTAL = Products.TOTAL.id();
    private static final List<Field<String>> KEY = List.of(REPORTER, PARTNER, PRODUCT);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.fraction(
                    "grubel_lloyd",
                    "Two-way trade in all trade, by chapters, 0 to 1; for TOTAL the aggregate",
                    "产业内贸易占比（按章），0 至 1；TOTAL 为加总指数"),
            Keys.fraction(
                    "grubel_lloyd_corrected",
                    "TOTAL with the overall imbalance taken out, null elsewhere and where trade goes one way",
                    "剔除总体不平衡后的 TOTAL 指数；其他行或单向贸易为空"),
            Keys.fraction("balance", "(exports - imports) / (exports + imports), -1 to 1", "（出口－进口）/（出口＋进口），-1 至 1"));
    static final Table TABLE = Keys.table("intra_industry", KEY, MEASURES)
            .meaning(
                    "How much of an economy's trade goes both ways within chapters: with everyone by chapter and in all, with"
                            + " each listed economy in all. Reporters of both flows only.",
                    "各经济体同章双向贸易的程度：与全球按章及合计，与所列经济体仅合计；仅含出口与进口均有数据的报告方。")
            .always("is_a_fraction", "grubel_lloyd BETWEEN -1e-9 AND 1 + 1e-9")
            .example(
                    """
                    SELECT partner, grubel_lloyd
                    FROM gold.intra_industry
                    WHERE reporter = 'VNM' AND year = 2019 AND product = 'TOTAL' AND basis = 'as_reported'
                    ORDER BY grubel_lloyd DESC LIMIT 10""")
            .build();

    private final HashSet<String> listed;

    IntraIndustryTable(Set<String> listed) {
        this.listed = new HashSet<>(listed);
    }

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
        return now.exports().reporters().stream()
                .filter(reporter -> !now.imports().partners(reporter).isEmpty())
                .flatMap(reporter -> Stream.concat(withEveryone(now, reporter), withListed(now, reporter)))
                .filter(Cells::hasNumbers);
    }

    private static Stream<Cells> withEveryone(YearPanel now, String reporter) {
        IntraIndustry trade =
                new IntraIndustry(now.exports().of(reporter), now.imports().of(reporter));
        Stream<Cells> chapters = IntStream.range(0, now.products().size())
                .mapToObj(k -> new Cells(
                        List.of(reporter, Economies.EVERYONE, now.products().get(k)),
                        trade.product(k),
                        Double.NaN,
                        trade.balance(k)));
        return Stream.concat(chapters, Stream.of(total(reporter, Economies.EVERYONE, trade)));
    }

    private Stream<Cells> withListed(YearPanel now, String reporter) {
        return listed.stream()
                .sorted()
                .filter(partner -> !partner.equals(reporter))
                .map(partner -> total(
                        reporter,
                        partner,
                        new IntraIndustry(
                                now.exports().of(reporter, partner),
                                now.imports().of(reporter, partner))));
    }

    private static Cells total(String reporter, String partner, IntraIndustry trade) {
        double exports = OneWay.sum(trade.exports()), imports = OneWay.sum(trade.imports());
        double corrected = exports == 0 || imports == 0 ? Double.NaN : trade.corrected();
        return new Cells(
                List.of(reporter, partner, TOTAL),
                trade.aggregate(),
                corrected,
                (exports - imports) / (exports + imports));
    }
}
