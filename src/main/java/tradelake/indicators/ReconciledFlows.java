package tradelake.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.CodeProducts;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductKinds;
import tradelake.reference.Products;

/**
 * silver.bilateral in the shape of silver.product_flows, so that shares are made of both in one pass. Each value V(e,i) stands
 * twice, as exports of e and as imports of i, FOB both times, in its chapter, the section of that and the total.
 *
 * <p>A flow counts for an economy whose own data give all chapters of the product in that direction. Of one without a dataset
 * of any kind that year those flows count, as {@code filled}, whose partner's data give them. What partners say of other goods
 * is not the trade of one whose data are of fuels alone, nor what they say of its imports that of one that reports exports.
 */
record ReconciledFlows(Datasets datasets, Products products) {
    static final Field<Boolean> RECONCILED =
            Field.flag("reconciled", Text.of("One value of both reports", "双方报告调和为一值"));

    private static final Field<Boolean> REPORTS =
            Field.flag("reports", Text.of("The reporter has a dataset of the year", "报告方当年有数据集"));
    private static final Field<List<String>> OWN = ReporterYears.PRODUCTS.named(
            "products_of_reporter", Text.of("Products that the reporter's data give in chapters", "报告方数据按章涵盖的商品"));
    private static final Field<List<String>> THEIRS = ReporterYears.PRODUCTS.named(
            "products_of_partner", Text.of("Products that the partner's data give in chapters", "伙伴数据按章涵盖的商品"));

    /** The flows of silver.product_flows, {@code reconciled} false, and those of silver.bilateral, true. */
    Dataset<Row> reportedAndReconciled(Tables in) {
        Dataset<Row> reported = in.read(ProductFlows.TABLE)
                .select(Fields.columns(YEAR, REPORTER, FLOW, PARTNER, PRODUCT, PRODUCT_LEVEL, FILLED, VALUE_USD));
        return reported.withColumn(RECONCILED.name(), lit(false))
                .unionByName(flows(in).withColumn(RECONCILED.name(), lit(true)));
    }

    private Dataset<Row> flows(Tables in) {
        Dataset<Row> bothWays = in.read(Bilateral.TABLE)
                .select(
                        YEAR.col(),
                        PRODUCT.col(),
                        VALUE_USD.col(),
                        inline(array(
                                oneWay("X", Bilateral.EXPORTER, Bilateral.IMPORTER),
                                oneWay("M", Bilateral.IMPORTER, Bilateral.EXPORTER))));
        Dataset<Row> ofProducts = new CodeProducts(products)
                .addToChapters(bothWays, in)
                .withColumn(PRODUCT.name(), explode(CodeProducts.PRODUCTS.col()))
                .drop(CodeProducts.PRODUCTS.name());
        Column found = coalesce(OWN.col(), when(REPORTS.col().isNull(), THEIRS.col()));
        return ofProducts
                .join(broadcast(reporting(in)), names(YEAR, REPORTER), "left")
                .join(broadcast(covering(REPORTER, OWN, "X", "M", in)), names(YEAR, REPORTER, FLOW), "left")
                .join(broadcast(covering(PARTNER, THEIRS, "M", "X", in)), names(YEAR, PARTNER, FLOW), "left")
                .filter(array_contains(found, PRODUCT.col()))
                .withColumn(FILLED.name(), REPORTS.col().isNull())
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(products).level(PRODUCT.col()))
                .drop(REPORTS.name(), OWN.name(), THEIRS.name());
    }

    private Dataset<Row> reporting(Tables in) {
        return datasets.byYear(in).select(YEAR.col(), REPORTER.col(), REPORTS.as(true));
    }

    /**
     * Year, economy, flow, and the products that its own data give in chapters.
     *
     * @param exports the flow that its exports decide on: X of the reporter, and M where it is the partner
     * @param imports the other one
     */
    private Dataset<Row> covering(
            Field<String> economy, Field<List<String>> covered, String exports, String imports, Tables in) {
        return covering(ReporterYears.HAS_X, economy, covered, exports, in)
                .unionByName(covering(ReporterYears.HAS_M, economy, covered, imports, in));
    }

    private Dataset<Row> covering(
            Field<Boolean> direction, Field<String> economy, Field<List<String>> covered, String flow, Tables in) {
        return datasets.byYearInChapters(direction, products, in)
                .select(
                        YEAR.col(),
                        economy.as(REPORTER.col()),
                        covered.as(ReporterYears.PRODUCTS.col()),
                        FLOW.as(flow));
    }

    /** Year, reporter and product where the reporter's own data give all chapters of the product, in some direction. */
    Dataset<Row> covered(Tables in) {
        return datasets.coveredByChapters(ReporterYears.HAS_X, products, in)
                .unionByName(datasets.coveredByChapters(ReporterYears.HAS_M, products, in))
                .distinct();
    }

    private static Column oneWay(String flow, Field<String> reporter, Field<String> partner) {
        return struct(FLOW.as(flow), REPORTER.as(reporter.col()), PARTNER.as(partner.col()));
    }
}
