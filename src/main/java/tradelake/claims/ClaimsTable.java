package tradelake.claims;

import static org.apache.spark.sql.functions.countDistinct;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Reference;

/**
 * Makes gold.claims: published figures beside the same figures computed from silver.product_flows, self trade left out,
 * members on one day in every year. One pass over the flows sums the cells that the definitions ask for; what is made of
 * them, and the verdicts, are {@link Measure} and {@link Published}.
 */
public final class ClaimsTable implements Job {
    public static final Field<String> CLAIM =
            Field.code("claim_id", Text.of("A published figure, see conf/claims", "已公布数字的代码，见 conf/claims"));
    public static final Field<String> VARIANT =
            Field.code("variant", Text.of("primary, or the name of another definition", "primary 首选定义，或其他定义的名称"));
    public static final Field<Boolean> IS_PRIMARY =
            Field.flag("is_primary", Text.of("The definition chosen before anything was computed", "计算之前选定的首选定义"));
    public static final Field<String> SAYS = Field.code("says", Text.of("The wording, quoted or condensed", "原文或其摘要"));
    public static final Field<Double> PUBLISHED = Field.measure(
                    "published_value",
                    "see unit",
                    Text.of("As printed, null where no number is; of >3 the bound", "公布值；未给出数字则为空；>3 取其下限"))
            .orNull();
    public static final Field<Double> COMPUTED = Field.measure(
                    "computed_value", "see unit", Text.of("From this lake, null where it cannot be", "由本数据湖计算；无法计算则为空"))
            .orNull();
    public static final Field<String> UNIT = Field.code(
                    "unit",
                    Text.of(
                            "bn USD, tn USD, %, pp, ratio or rank; null where no number is printed, then the value is in USD or a fraction",
                            "bn USD、tn USD、%、pp、ratio 或 rank；未给出数字则为空，此时为美元或小数"))
            .orNull();
    public static final Field<Double> DIFFERENCE = Field.measure(
                    "difference", "see unit", Text.of("computed - published, null where either is", "计算值减公布值；缺一则为空"))
            .orNull();
    public static final Field<String> VERDICT = Field.code(
            "verdict",
            Text.of(
                    "reproduced (within the printed rounding), close (within 1 point or 2 %), not reproduced, not computable,"
                            + " synthetic",
                    "reproduced 在公布舍入误差内；close 相差 1 个百分点或 2% 以内；not reproduced 不符；not computable 无法计算；synthetic 合成数据"));
    public static final Field<String> REASON =
            Field.code("reason", Text.of("Why not computable, empty otherwise", "无法计算的原因；否则为空"));
    public static final Field<String> DEFINITION =
            Field.code("definition", Text.of("How it is computed, empty where it is not", "计算方法；不计算则为空"));
    public static final Field<Integer> REPORTERS = Field.integer(
                    "reporters_with_trade",
                    "economies",
                    Text.of(
                            "Reporters that the last year's figure is summed over, null where it is not computed",
                            "末年数字所涉报告方数；不计算则为空"))
            .orNull();
    public static final Field<String> SOURCE = Field.code("source", Text.of("Where it is printed", "出处"));
    public static final Field<String> NOTE =
            Field.code("note", Text.of("What the wording leaves open, may be empty", "措辞未明之处，可为空"));
    public static final Field<String> VINTAGE = Field.code(
            "data_vintage", Text.of("Newest publication date among the files, if any is dated", "所用文件的最新发布日期（如有）"));

    public static final Table TABLE = Table.named(Layer.GOLD, "claims")
            .meaning(
                    "Figures that reports have published, beside the same figures computed from this lake under each definition.",
                    "各报告公布的数字，与本数据湖按各定义计算的数字并列。")
            .oneRowPer(CLAIM, VARIANT)
            .measuring(
                    IS_PRIMARY,
                    SAYS,
                    PUBLISHED,
                    COMPUTED,
                    UNIT,
                    DIFFERENCE,
                    VERDICT,
                    REASON,
                    DEFINITION,
                    REPORTERS,
                    SOURCE,
                    NOTE,
                    VINTAGE)
            .always(
                    "known_verdict",
                    "verdict IN ('reproduced', 'close', 'not reproduced', 'not computable', 'synthetic')")
            .always("reason_where_not_computable", "(verdict = 'not computable') = (reason <> '')")
            .always("computed_where_it_has_a_verdict", "verdict = 'not computable' OR computed_value IS NOT NULL")
            .from("UN Comtrade", "the reports named in source")
            .example(
                    """
                    SELECT claim_id, says, published_value, computed_value, unit, verdict
                    FROM gold.claims
                    WHERE is_primary
                    ORDER BY claim_id""")
            .build();

    private static final Field<Integer> CELL = Field.integer("cell", "", Text.of("Number of a cell", "单元编号"));
    private static final StructType BY_CELL = Fields.schema(CELL, REPORTER, VALUE_USD);

    private final Claims claims;
    private final Reference reference;
    private final LocalDate fixedOn;
    private final boolean synthetic;
    private final String vintage;

    /**
     * @param fixedOn the members of a group on this day are its members in every year
     * @param synthetic whether any file is made up
     * @param vintage newest publication date of the files, or ""
     */
    public ClaimsTable(Claims claims, Reference reference, LocalDate fixedOn, boolean synthetic, String vintage) {
        this.claims = claims;
        this.reference = reference;
        this.fixedOn = fixedOn;
        this.synthetic = synthetic;
        this.vintage = vintage;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ProductFlows.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + claims + fixedOn + synthetic + vintage;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Map<Cell, Sum> sums = sums(in);
        Trade trade = cell -> sums.containsKey(cell) ? OptionalDouble.of(sums.get(cell).usd) : OptionalDouble.empty();
        return in.of(
                TABLE,
                claims.evaluate(trade, synthetic).stream()
                        .map(result -> row(result, sums))
                        .toList());
    }

    /** What was found of each cell: a few hundred rows at most. */
    private Map<Cell, Sum> sums(Tables in) {
        List<Cell> cells = claims.cells();
        CellIndex index = new CellIndex(cells, fixedOn, reference);
        Map<Cell, Sum> sums = new HashMap<>();
        in.read(ProductFlows.TABLE)
                .filter(PRODUCT.col()
                        .isInCollection(index.products())
                        .and(YEAR.col().isInCollection(index.years())))
                .select(Fields.columns(YEAR, PRODUCT, FLOW, REPORTER, PARTNER, ProductFlows.FILLED, VALUE_USD))
                .flatMap(inCells(index), Encoders.row(BY_CELL))
                .groupBy(CELL.col())
                .agg(VALUE_USD.as(SteadySum.of(VALUE_USD.col())), REPORTERS.as(countDistinct(REPORTER.col())))
                .collectAsList()
                .forEach(row -> sums.put(cells.get(CELL.in(row)), new Sum(VALUE_USD.in(row), REPORTERS.in(row))));
        return sums;
    }

    private static FlatMapFunction<Row, Row> inCells(CellIndex index) {
        return row -> index
                .cellsOf(
                        YEAR.in(row),
                        PRODUCT.in(row),
                        FLOW.in(row),
                        REPORTER.in(row),
                        PARTNER.in(row),
                        ProductFlows.FILLED.in(row))
                .stream()
                .map(cell -> RowFactory.create(cell, REPORTER.in(row), VALUE_USD.in(row)))
                .iterator();
    }

    private Row row(Result result, Map<Cell, Sum> sums) {
        Claim claim = result.claim();
        Double published = claim.published().map(Published::value).orElse(null);
        Double computed = result.computed().orElse(null);
        Definition definition = claim.definitions().get(result.variant());
        Sum part = definition == null ? null : sums.get(definition.part(definition.year()));
        return RowFactory.create(
                claim.id(),
                result.variant(),
                result.isPrimary(),
                claim.says(),
                published,
                computed,
                claim.published().map(figure -> figure.unit().label).orElse(null),
                published == null || computed == null ? null : computed - published,
                result.verdict().label(),
                result.reason(),
                definition == null ? "" : definition.toString(),
                part == null ? null : part.reporters,
                claim.source(),
                claim.note(),
                vintage);
    }

    /** What the lake holds of a cell. */
    private record Sum(double usd, int reporters) {}
}
