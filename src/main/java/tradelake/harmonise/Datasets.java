package tradelake.harmonise;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.reference.HsSection;
import tradelake.reference.Products;

/**
 * Which economies have data of their own in which years, and for which products: silver.reporter_years by key. Where two
 * codes of one key report in a year, a product that either covers is covered.
 */
public record Datasets(EconomyKeys keys) {
    /** One row a year and reporter, with the products covered, of whom any is: three months of a year are no dataset of it. */
    public Dataset<Row> byYear(Tables in) {
        return byYear(
                reporterYears(in).filter(size(ReporterYears.PRODUCTS.col()).gt(0)));
    }

    private static Dataset<Row> byYear(Dataset<Row> reporting) {
        return reporting
                .groupBy(YEAR.col(), REPORTER.col())
                .agg(ReporterYears.PRODUCTS.as(array_distinct(flatten(collect_list(ReporterYears.PRODUCTS.col())))));
    }

    /**
     * One row a year and reporter with the products that its data give in chapters, in one direction: sections, chapters, and the
     * total where every section is covered too. No product where the data are a total alone.
     *
     * @param direction {@link ReporterYears#HAS_X} or {@link ReporterYears#HAS_M}
     */
    public Dataset<Row> byYearInChapters(Field<Boolean> direction, Products products, Tables in) {
        Column inChapters = array_intersect(ReporterYears.PRODUCTS.col(), lit(ids(products.withoutCategories())));
        Column withoutTotal = array_remove(inChapters, Products.TOTAL.id());
        return byYear(reporterYears(in).filter(direction.col()))
                .withColumn(
                        ReporterYears.PRODUCTS.name(),
                        when(coversAllGoods(products), inChapters).otherwise(withoutTotal));
    }

    /** One row a year, reporter and product covered. */
    public Dataset<Row> covered(Tables in) {
        return covered(reporterYears(in));
    }

    /** One row a year, reporter and product of {@link #byYearInChapters}. */
    public Dataset<Row> coveredByChapters(Field<Boolean> direction, Products products, Tables in) {
        return covered(byYearInChapters(direction, products, in));
    }

    private static Dataset<Row> covered(Dataset<Row> reporting) {
        return reporting
                .select(
                        YEAR.col(),
                        REPORTER.col(),
                        explode(ReporterYears.PRODUCTS.col()).as(PRODUCT.name()))
                .distinct();
    }

    /** Year and reporter of those whose data cover all goods: the total and every section. */
    public Dataset<Row> coveringAllGoods(Products products, Tables in) {
        return byYear(reporterYears(in)).filter(coversAllGoods(products)).select(YEAR.col(), REPORTER.col());
    }

    /** Whether the total and every section are among {@link ReporterYears#PRODUCTS}. */
    private static Column coversAllGoods(Products products) {
        List<String> all = Stream.concat(
                        Stream.of(Products.TOTAL.id()),
                        products.sections().stream().map(HsSection::id))
                .toList();
        return size(array_except(lit(ids(all)), ReporterYears.PRODUCTS.col())).equalTo(0);
    }

    private static String[] ids(List<String> ids) {
        return ids.toArray(String[]::new);
    }

    /** Every reporter-year of which some row counts: SITC alone, or a year outside the window, is no dataset. */
    public Dataset<Row> reporterYears(Tables in) {
        Dataset<Row> placed = in.read(ReporterYears.TABLE)
                .filter(REPORTER_CODE.col().gt(0).and(ReporterYears.HAS_X.col().or(ReporterYears.HAS_M.col())));
        return keys.inPlaceOf(REPORTER_CODE, REPORTER, placed, in);
    }
}
