package tradelake.rcep;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.schema;
import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.SteadySum;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.BadInput;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Membership;
import tradelake.reference.Products;
import tradelake.reference.Reference;

/**
 * Reconciled trade of pairs by product and year, summed before it travels, with a row without value for each reporter-year
 * whose data cover the product: one without importer where they cover its exports, one without exporter where its imports.
 *
 * @param known groups and economies whose agreements with anyone are listed: a pair has one of them, or is left out
 */
record PairTrade(Reference reference, Years years, Set<String> known) {
    static final List<Table> INPUTS = List.of(Bilateral.TABLE, ReporterYears.TABLE);

    private static final Field<String> CHAPTER = Field.code("chapter", Text.of("HS chapter", "HS 章"));
    private static final Field<String> SECTION = Field.code("section", Text.of("Its section", "所属类"));

    static PairTrade of(Reference reference, Years years, List<String> known) {
        Set<String> economies = new TreeSet<>();
        for (String name : known)
            reference
                    .groups()
                    .byId(name)
                    .ifPresentOrElse(
                            group -> group.memberships().stream()
                                    .map(Membership::economy)
                                    .forEach(economies::add),
                            () -> economies.add(economy(name, reference)));
        return new PairTrade(reference, years, economies);
    }

    private static String economy(String key, Reference reference) {
        if (reference.economies().byKey(key).isEmpty())
            throw new BadInput(
                    "No group or economy '%s': correct the setting gravity.agreements-known; see gold.groups and gold.economies."
                            .formatted(key));
        return key;
    }

    /** What counts, in words. */
    String sample() {
        return "silver.bilateral %s, pairs with an economy whose agreements are listed; nought where a report covers the product and has none"
                .formatted(years);
    }

    /** All goods, sections and chapters. */
    Dataset<Row> byProduct(Tables in) {
        Column products = array(lit(Products.TOTAL.id()), SECTION.col(), CHAPTER.col());
        Dataset<Row> flows = flows(in)
                .withColumnRenamed(PRODUCT.name(), CHAPTER.name())
                .join(broadcast(sections(in)), CHAPTER.name())
                .withColumn(PRODUCT.name(), explode(products));
        return summed(flows).unionByName(covered(in));
    }

    /** All goods but some chapters. */
    TradePanel allGoodsWithout(Set<String> chapters, Tables in) {
        Dataset<Row> flows = flows(in)
                .filter(not(PRODUCT.col().isInCollection(chapters)))
                .withColumn(PRODUCT.name(), lit(Products.TOTAL.id()));
        Dataset<Row> covered = covered(in).filter(PRODUCT.col().equalTo(Products.TOTAL.id()));
        return panel(summed(flows).unionByName(covered).toLocalIterator());
    }

    /** The panel of one product. */
    TradePanel panel(Iterator<Row> rows) {
        return panel(rows, years);
    }

    static TradePanel panel(Iterator<Row> rows, Years years) {
        TradePanel.Builder panel = new TradePanel.Builder(years);
        rows.forEachRemaining(row -> {
            if (IMPORTER.in(row) == null) panel.coversExports(EXPORTER.in(row), YEAR.in(row));
            else if (EXPORTER.in(row) == null) panel.coversImports(IMPORTER.in(row), YEAR.in(row));
            else panel.add(new Cell(EXPORTER.in(row), IMPORTER.in(row), YEAR.in(row), VALUE_USD.in(row)));
        });
        return panel.build();
    }

    private Dataset<Row> flows(Tables in) {
        return in.read(Bilateral.TABLE)
                .filter(YEAR.col().between(years.from(), years.to()))
                .filter(EXPORTER.col().isInCollection(known).or(IMPORTER.col().isInCollection(known)));
    }

    private static Dataset<Row> summed(Dataset<Row> flows) {
        return flows.groupBy(columns(PRODUCT, EXPORTER, IMPORTER, YEAR))
                .agg(VALUE_USD.as(SteadySum.of(VALUE_USD.col())));
    }

    private Dataset<Row> covered(Tables in) {
        return covered(ReporterYears.HAS_X, EXPORTER, IMPORTER, in)
                .unionByName(covered(ReporterYears.HAS_M, IMPORTER, EXPORTER, in));
    }

    private Dataset<Row> covered(Field<Boolean> direction, Field<String> side, Field<String> other, Tables in) {
        return new Datasets(new EconomyKeys(reference.economies()))
                .coveredByChapters(direction, reference.products(), in)
                .filter(YEAR.col().between(years.from(), years.to()))
                .select(
                        PRODUCT.col(),
                        side.as(REPORTER.col()),
                        other.as((Object) null),
                        YEAR.col(),
                        VALUE_USD.as((Object) null));
    }

    private Dataset<Row> sections(Tables in) {
        return in.rows(
                schema(CHAPTER, SECTION),
                reference.products().chapters().stream()
                        .map(chapter -> RowFactory.create(
                                chapter.code(), reference.products().sectionOf(chapter.code())))
                        .toList());
    }
}
