package tradelake.tariffs.study;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.tariffs.study.TariffColumns.BASE_RATE;
import static tradelake.tariffs.study.TariffColumns.DATE;
import static tradelake.tariffs.study.TariffColumns.HS6;
import static tradelake.tariffs.study.TariffColumns.IMPORT_VALUE;
import static tradelake.tariffs.study.TariffColumns.RATE_BEFORE;
import static tradelake.tariffs.study.TariffColumns.SCENARIO;
import static tradelake.tariffs.study.TariffColumns.STRUCK_DOWN_RATE;
import static tradelake.tariffs.study.TariffColumns.TOTAL_RATE;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Fields;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Economies;
import tradelake.reference.ProductKinds;
import tradelake.reference.Products;
import tradelake.reference.Reference;
import tradelake.tariffs.schedule.Schedules;

/**
 * Makes gold.effective_tariffs: mean rates over imports m of the base year, <pre>rate = sum m t / sum m</pre> by exporter, and
 * over all of them, for all goods, sections and chapters; beside them what customs collected, where {@link CollectedDuties} knows
 * it.
 */
public final class EffectiveTariffs implements Job {
    private static final Field<String> FROM = EXPORTER.named(
            EXPORTER.name(),
            Text.of("ISO 3166-1 alpha-3 key of the exporting economy, WLD for all", "出口方代码；WLD 为全部出口方"));
    private static final Field<String> CHAPTER = Field.code("chapter", Text.of("HS chapter", "HS 章"));
    private static final Field<String> PARENT = Field.code("parent", Text.of("Its section, or itself", "所属类，或其本身"));

    public static final Field<Double> COLLECTED_RATE = Field.fraction(
                    "collected_rate",
                    Text.of(
                            "Duties collected over imports in a file of the importer's, whatever its year; null without one, see"
                                    + " tariffs.collected",
                            "进口方数据文件中实征关税与进口额之比（不论年份）；无文件则为空，见 tariffs.collected"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "effective_tariffs")
            .meaning(
                    "Mean duties on the day of a scenario, weighted with imports of the base year.",
                    "情景当日的平均关税，以基年进口额加权。")
            .oneRowPer(SCENARIO, DATE, IMPORTER, FROM, PRODUCT)
            .measuring(
                    PRODUCT_LEVEL, IMPORT_VALUE, BASE_RATE, TOTAL_RATE, STRUCK_DOWN_RATE, RATE_BEFORE, COLLECTED_RATE)
            .always("some_imports", "import_value_usd > 0")
            .always("no_subsidy", "total_rate >= 0 AND base_rate >= 0 AND rate_before >= 0")
            .always("nothing_is_paid_back", "collected_rate IS NULL OR collected_rate >= 0")
            .from("UN Comtrade", "conf/tariffs", "conf/scenarios")
            .example(
                    """
                    SELECT exporter, rate_before, total_rate
                    FROM gold.effective_tariffs
                    WHERE importer = 'USA' AND product = 'TOTAL'
                    ORDER BY import_value_usd DESC LIMIT 10""")
            .build();

    private final Study study;
    private final Reference reference;

    public EffectiveTariffs(Study study, Reference reference) {
        this.study = study;
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(AppliedTariffs.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups() + study.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Column products = array(lit(Products.TOTAL.id()), PARENT.col(), CHAPTER.col());
        return in.read(AppliedTariffs.TABLE)
                .withColumn(CHAPTER.name(), substring(HS6.col(), 1, 2))
                .join(broadcast(sections(in)), CHAPTER.name())
                .withColumn(PRODUCT.name(), explode(array_distinct(products)))
                .withColumn(EXPORTER.name(), explode(array(EXPORTER.col(), lit(Economies.EVERYONE))))
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(reference.products()).level(PRODUCT.col()))
                .groupBy(Fields.columns(SCENARIO, DATE, IMPORTER, EXPORTER, PRODUCT, PRODUCT_LEVEL))
                .agg(
                        IMPORT_VALUE.as(SteadySum.of(IMPORT_VALUE.col())),
                        mean(BASE_RATE),
                        mean(TOTAL_RATE),
                        mean(STRUCK_DOWN_RATE),
                        mean(RATE_BEFORE))
                .join(
                        broadcast(collected(in)),
                        new String[] {IMPORTER.name(), EXPORTER.name(), PRODUCT.name()},
                        "left");
    }

    private static Column mean(Field<Double> rate) {
        return rate.as(SteadySum.of(rate.col().multiply(IMPORT_VALUE.col())).divide(SteadySum.of(IMPORT_VALUE.col())));
    }

    private Dataset<Row> collected(Tables in) {
        SortedSet<String> importers =
                Case.of(study, reference).stream().map(Case::importer).collect(Collectors.toCollection(TreeSet::new));
        return in.rows(
                Fields.schema(IMPORTER, EXPORTER, PRODUCT, COLLECTED_RATE),
                new CollectedDuties(study.collected(), new Schedules(study.tariffs()), reference.products())
                        .rows(importers));
    }

    private Dataset<Row> sections(Tables in) {
        return in.rows(
                Fields.schema(CHAPTER, PARENT),
                reference.products().chapters().stream()
                        .map(chapter -> RowFactory.create(
                                chapter.code(), reference.products().sectionOf(chapter.code())))
                        .toList());
    }
}
