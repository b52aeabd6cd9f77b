package tradelake.harmonise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PRODUCT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.HsChapter;
import tradelake.reference.HsEdition;
import tradelake.reference.ProductCode;
import tradelake.reference.ProductGroup;
import tradelake.reference.Products;

/**
 * Gives every row the products that its HS code belongs to, by joins with small tables: of chapters, and of the codes of
 * categories in each edition. The same answer as {@link Products#productsOf}, without a call for every row.
 */
public record CodeProducts(Products products) {
    public static final Field<List<String>> PRODUCTS =
            products("products", Text.of("The products that the HS code belongs to", "该 HS 编码所属商品"));

    private static final Field<List<String>> OF_CHAPTER =
            products("products_of_chapter", Text.of("TOTAL, section, chapter", "总额、类、章"));
    private static final Field<String> CHAPTER = Field.code("chapter", Text.of("HS chapter", "HS 章"));
    private static final Field<String> EDITION = Field.code("category_edition", Text.of("HS edition", "HS 版本"));
    private static final Field<String> CODE = Field.code("category_code", Text.of("HS code", "HS 编码"));

    /** Adds {@link #PRODUCTS} to rows that have an HS edition, code and level. */
    public Dataset<Row> addTo(Dataset<Row> rows, Tables in) {
        Dataset<Row> categories = in.rows(Fields.schema(EDITION, CODE, categories(2)), ofCategories());
        Dataset<Row> found = rows.join(
                broadcast(in.rows(Fields.schema(CHAPTER, OF_CHAPTER), ofChapters())),
                prefix(2).equalTo(CHAPTER.col()),
                "left");
        for (int digits = 2; digits <= 6; digits += 2)
            found = found.join(
                            broadcast(categories.withColumnRenamed(
                                    categories(2).name(), categories(digits).name())),
                            HS_EDITION
                                    .col()
                                    .equalTo(EDITION.col())
                                    .and(prefix(digits).equalTo(CODE.col())),
                            "left")
                    .drop(EDITION.name(), CODE.name());
        return found.withColumn(PRODUCTS.name(), allOf())
                .drop(CHAPTER.name(), OF_CHAPTER.name())
                .drop(categories(2).name(), categories(4).name(), categories(6).name());
    }

    /** Adds {@link #PRODUCTS} but categories to rows of which {@code product} is a chapter. */
    public Dataset<Row> addToChapters(Dataset<Row> rows, Tables in) {
        return rows.join(
                        broadcast(in.rows(Fields.schema(CHAPTER, PRODUCTS), ofChapters())),
                        PRODUCT.col().equalTo(CHAPTER.col()))
                .drop(CHAPTER.name());
    }

    private Column allOf() {
        Column none = array().cast(PRODUCTS.type());
        return concat(
                coalesce(OF_CHAPTER.col(), array(lit(Products.TOTAL.id()))),
                array_distinct(concat(Stream.of(2, 4, 6)
                        .map(digits -> coalesce(categories(digits).col(), none))
                        .toArray(Column[]::new))));
    }

    /** The first digits of the HS code, null where it has not so many. */
    private static Column prefix(int digits) {
        return when(HS_LEVEL.col().geq(digits), substring(HS_CODE.col(), 1, digits));
    }

    private List<Row> ofChapters() {
        return products.chapters().stream()
                .map(chapter -> RowFactory.create(chapter.code(), withSection(chapter)))
                .toList();
    }

    private static List<String> withSection(HsChapter chapter) {
        return Stream.of(Stream.of(Products.TOTAL.id()), chapter.section().stream(), Stream.of(chapter.code()))
                .flatMap(ids -> ids)
                .toList();
    }

    private List<Row> ofCategories() {
        Map<HsEdition, Map<String, List<String>>> byCode = new LinkedHashMap<>();
        for (ProductGroup group : products.categories())
            for (ProductCode code : group.codes())
                for (HsEdition edition : code.editions())
                    byCode.computeIfAbsent(edition, e -> new LinkedHashMap<>())
                            .computeIfAbsent(code.hsCode(), c -> new ArrayList<>())
                            .add(group.id());
        return byCode.entrySet().stream()
                .flatMap(edition -> edition.getValue().entrySet().stream()
                        .map(code -> RowFactory.create(edition.getKey().name(), code.getKey(), code.getValue())))
                .toList();
    }

    private static Field<List<String>> categories(int digits) {
        return products(
                "categories_by_" + digits + "_digits",
                Text.of("Categories with the first digits of the code", "含该编码前几位的商品组"));
    }

    private static Field<List<String>> products(String name, Text meaning) {
        return Field.of(name, DataTypes.createArrayType(DataTypes.StringType, false), "", meaning);
    }
}
