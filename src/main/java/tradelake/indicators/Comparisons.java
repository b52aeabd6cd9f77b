package tradelake.indicators;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.Fields.schema;
import static tradelake.indicators.Members.SLOT;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import tradelake.harmonise.Datasets;
import tradelake.lake.BadInput;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Years;
import tradelake.reference.HsEdition;
import tradelake.reference.ProductCode;
import tradelake.reference.ProductGroup;
import tradelake.reference.Products;

/**
 * Which reporters can be compared between a baseline and a later year: those whose data cover the product in every year of
 * the baseline and in the year. Others stand on neither side, so that a late report is no fall in trade.
 *
 * @param baselines years before, none of them after
 * @param after years compared with them
 */
record Comparisons(List<Years> baselines, Years after) {
    static final Field<String> BASELINE = Field.code(
            "baseline", Text.of("The year, or the years whose mean, the year is compared with", "基准年，或取均值的基准年段"));
    /** A year that a comparison needs: of the baseline, or the later one itself. */
    static final Field<Integer> SOURCE_YEAR =
            Field.integer("source_year", "calendar year", Text.of("Year of the flows", "流量年份"));

    static final Field<Integer> SPAN =
            Field.integer("baseline_years", "years", Text.of("How many years the baseline has", "基准年数"));
    static final Field<Integer> REPORTERS = Field.integer(
            "reporters_compared",
            "economies",
            Text.of("Members whose data cover the product in all years compared", "在所比各年均有该商品数据的成员数"));
    static final Field<Boolean> SERIES_BREAK = Field.flag(
            "series_break",
            Text.of(
                    "The category has other HS codes in one of the editions used than in another",
                    "所用各 HS 版本中该商品组的编码不一致"));

    private static final Field<List<Integer>> NEEDED = years("years_needed");
    private static final Field<List<Integer>> COVERED = years("years_covered");
    private static final Field<Integer> CODES =
            Field.integer("codes", "", Text.of("Number of a category's list of codes", "商品组编码表序号"));

    Comparisons {
        for (Years baseline : baselines)
            if (baseline.to() >= after.from())
                throw new BadInput(
                        "Cannot compare %s with the baseline %s: it must end before; correct before-after.baselines or before-after.years."
                                .formatted(after, label(baseline)));
    }

    /** A row a baseline, later year, reporter, product and year needed. */
    Dataset<Row> compute(Datasets datasets, Tables in) {
        return datasets.covered(in)
                .groupBy(columns(REPORTER, PRODUCT))
                .agg(COVERED.as(collect_set(YEAR.col())))
                .crossJoin(broadcast(in.rows(schema(BASELINE, SPAN, YEAR, NEEDED), all())))
                .filter(size(array_except(NEEDED.col(), COVERED.col())).equalTo(0))
                .select(
                        BASELINE.col(),
                        SPAN.col(),
                        YEAR.col(),
                        REPORTER.col(),
                        PRODUCT.col(),
                        explode(NEEDED.col()).as(SOURCE_YEAR.name()));
    }

    /** How many members of each slot stand in a comparison, and whether codes differ among the editions that they use. */
    Dataset<Row> facts(Dataset<Row> compared, Datasets datasets, Members members, Products products, Tables in) {
        Dataset<Row> editions = datasets.reporterYears(in)
                .select(SOURCE_YEAR.as(YEAR.col()), REPORTER.col(), HS_EDITION.col())
                .distinct();
        Column codes = coalesce(CODES.col(), lit(0));
        return compared.join(editions, names(SOURCE_YEAR, REPORTER))
                .join(
                        broadcast(in.rows(schema(PRODUCT, HS_EDITION, CODES), codes(products))),
                        names(PRODUCT, HS_EDITION),
                        "left")
                .join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .groupBy(columns(SLOT, BASELINE, YEAR, PRODUCT))
                .agg(
                        REPORTERS.as(countDistinct(REPORTER.col()).cast(REPORTERS.type())),
                        SERIES_BREAK.as(min(codes).notEqual(max(codes))));
    }

    private List<Row> all() {
        List<Row> all = new ArrayList<>();
        for (Years baseline : baselines)
            after.stream().forEach(year -> {
                List<Integer> needed = new ArrayList<>(baseline.stream().boxed().toList());
                needed.add(year);
                all.add(RowFactory.create(label(baseline), baseline.count(), year, needed));
            });
        return all;
    }

    /** "2019", or "2017-2019". */
    private static String label(Years years) {
        return years.count() == 1 ? String.valueOf(years.from()) : years.toString();
    }

    /** Equal lists of codes of one category have one number. */
    private static List<Row> codes(Products products) {
        List<Row> rows = new ArrayList<>();
        for (ProductGroup category : products.categories()) {
            Map<List<String>, Integer> numbers = new LinkedHashMap<>();
            for (HsEdition edition : HsEdition.values()) {
                List<String> codes = category.codes().stream()
                        .filter(code -> code.editions().contains(edition))
                        .map(ProductCode::hsCode)
                        .toList();
                rows.add(RowFactory.create(
                        category.id(), edition.name(), numbers.computeIfAbsent(codes, list -> numbers.size())));
            }
        }
        return rows;
    }

    private static Field<List<Integer>> years(String name) {
        return Field.of(
                name, DataTypes.createArrayType(DataTypes.IntegerType, false), "", Text.of("Calendar years", "年份"));
    }
}
