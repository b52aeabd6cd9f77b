package tradelake.indicators;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.mirror.Bilateral.EXPORT;
import static tradelake.harmonise.mirror.Bilateral.IMPORT_FOB;
import static tradelake.harmonise.mirror.Bilateral.SOURCE;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import tradelake.harmonise.SteadySum;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductLevel;
import tradelake.reference.Products;

/**
 * Makes gold.reconciliation: how much of silver.bilateral both sides report, and how far apart they are.
 *
 * <pre>mirror_gap = sum of V |ln(X / Mfob)| / sum of V</pre>
 *
 * over the flows of a product that both report, at least 0; V is the reconciled value, X the exporter's and Mfob the importer's
 * brought to FOB, all in current USD. A gap of 0.1 is some ten per cent.
 */
public final class Reconciliation implements Job {
    public static final Field<Long> FLOWS =
            Field.count("flows", Text.of("Flows of a chapter between two economies", "两经济体之间的章级流量数"));
    public static final Field<Double> SHARE =
            Field.fraction("share", Text.of("Of the reconciled value of year and product", "占当年该商品调和后金额之比"));
    public static final Field<Double> EXPORTS =
            EXPORT.named(EXPORT.name(), Text.of("As the exporters report, null where they do not", "出口方报告值；无报告则为空"));
    public static final Field<Double> IMPORTS = IMPORT_FOB.named(
            IMPORT_FOB.name(),
            Text.of("As the importers report, brought to FOB, null where they do not", "进口方报告值折为离岸价；无报告则为空"));
    public static final Field<Double> MIRROR_GAP = Field.measure(
                    "mirror_gap",
                    "log points",
                    Text.of(
                            "Mean distance of the two reports, by value; null where there is one alone",
                            "双方报告的平均差距（按金额加权）；仅一方报告则为空"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "reconciliation")
            .meaning(
                    "How much of the reconciled trade (silver.bilateral, FOB) both sides report, the exporter alone or the importer"
                            + " alone, and how far apart the two are: all goods and chapters. Who reports nothing and whose file is"
                            + " not in the lake look the same: gold.coverage tells them apart.",
                    "调和后贸易（silver.bilateral，离岸价）中双方均报告、仅出口方、仅进口方报告者各占多少，双方相差多少：全部货物与各章。未报告与本湖未载入其文件在此不分，见 gold.coverage。")
            .oneRowPer(YEAR, PRODUCT, SOURCE)
            .measuring(PRODUCT_LEVEL, FLOWS, VALUE_USD, SHARE, EXPORTS, IMPORTS, MIRROR_GAP)
            .always("some_value", "value_usd > 0 AND flows > 0")
            .always("share_is_a_fraction", "share BETWEEN 0 AND 1")
            .always("gap_of_both", "(mirror_gap IS NOT NULL) = (source = 'both')")
            .always("no_negative_gap", "mirror_gap IS NULL OR mirror_gap >= 0")
            .always("reports_of_the_source", "(export_usd IS NULL) = (source = 'importer')")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, source, share, mirror_gap
                    FROM gold.reconciliation
                    WHERE product = 'TOTAL' AND year IN (2010, 2019, 2023)
                    ORDER BY year, source""")
            .build();

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(Bilateral.TABLE);
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Column all = sum(VALUE_USD.col())
                .over(Window.partitionBy(columns(YEAR, PRODUCT))
                        .orderBy(SOURCE.col())
                        .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing()));
        Column gap = abs(ln(EXPORT.col().divide(IMPORT_FOB.col())));
        return in.read(Bilateral.TABLE)
                .withColumn(PRODUCT.name(), explode(array(lit(Products.TOTAL.id()), PRODUCT.col())))
                .groupBy(columns(YEAR, PRODUCT, SOURCE))
                .agg(
                        FLOWS.as(count(lit(1))),
                        VALUE_USD.as(SteadySum.of(VALUE_USD.col())),
                        EXPORTS.as(SteadySum.of(EXPORT.col())),
                        IMPORTS.as(SteadySum.of(IMPORT_FOB.col())),
                        MIRROR_GAP.as(
                                SteadySum.of(VALUE_USD.col().multiply(gap)).divide(SteadySum.of(VALUE_USD.col()))))
                .withColumn(SHARE.name(), VALUE_USD.col().divide(all))
                .withColumn(
                        PRODUCT_LEVEL.name(),
                        when(PRODUCT.col().equalTo(Products.TOTAL.id()), ProductLevel.TOTAL.label())
                                .otherwise(ProductLevel.CHAPTER.label()));
    }
}
