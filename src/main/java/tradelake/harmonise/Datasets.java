package tradelake.harmonise;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Tables;
import tradelake.reference.HsSection;
import tradelake.reference.Products;

/**
 * Which economies have data of their own in which years, and for which products: silver.reporter_years by key. Where two
 * codes of one key report in a year, a product that either covers is covered.
 */
public record Datasets(EconomyKeys keys) {
    /** One row a year and reporter, with the products covered. */
    public Dataset<Row> byYear(Tables in) {
        return reporterYears(in)
                .groupBy(YEAR.col(), REPORTER.col())
                .agg(ReporterYears.PRODUCTS.as(array_distinct(flatten(collect_list(ReporterYears.PRODUCTS.col())))));
    }

    /** One row a year, reporter and product covered. */
    public Dataset<Row> covered(Tables in) {
        return reporterYears(in)
                .select(
                        YEAR.col(),
                        REPORTER.col(),
                        explode(ReporterYears.PRODUCTS.col()).as(PRODUCT.name()))
                .distinct();
    }

    /** Year and reporter of those whose data cover all goods: the total and every section. */
    public Dataset<Row> coveringAllGoods(Products products, Tables in) {
        List<String> all = Stream.concat(
                        Stream.of(Products.TOTAL.id()),
                        products.sections().stream().map(HsSection::id))
                .toList();
        return byYear(in)
                .filter(size(array_except(lit(all.toArray(String[]::new)), ReporterYears.PRODUCTS.col()))
                        .equalTo(0))
                .select(YEAR.col(), REPORTER.col());
    }

    /** Every reporter-year of which some row counts: SITC alone, or a year outside the window, is no dataset. */
    public Dataset<Row> reporterYears(Tables in) {
        Dataset<Row> placed = in.read(ReporterYears.TABLE)
                .filter(REPORTER_CODE.col().gt(0).and(ReporterYears.HAS_X.col().or(ReporterYears.HAS_M.col())));
        return keys.inPlaceOf(REPORTER_CODE, REPORTER, placed, in);
    }
}
