package tradelake.reference;

import static java.util.stream.Collectors.joining;
import static tradelake.reference.Columns.NAME_EN;
import static tradelake.reference.Columns.NAME_ZH;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Provenance.CONFIDENCE;
import static tradelake.reference.Provenance.SOURCE;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/** Makes gold.products: the total, the HS sections and chapters, and the categories with their codes. */
public final class ProductsTable implements Job {
    public static final Field<String> SCHEME = Field.code(
            "scheme",
            Text.of(
                    "The set of products it belongs to: total, section, chapter, figure1 (nine goods groups of China-ASEAN"
                            + " trade), category",
                    "所属商品体系：total 总额、section 类、chapter 章、figure1（中国—东盟贸易商品分组）、category 商品组"));
    public static final Field<String> CODES_TEXT = Field.code(
            "codes",
            Text.of(
                    "HS codes, each with all below it; in brackets the editions that have it, where not all do",
                    "HS 编码（含其下级编码）；并非所有版本都有时在方括号内注明版本"));

    public static final Table TABLE = Table.named(Layer.GOLD, "products")
            .meaning(
                    "What product means in every gold table. Categories are sums over codes as reported in their own edition and can"
                            + " overlap.",
                    "各结果表中 product 的含义。商品组按报告时的 HS 版本编码求和，组间可重叠。")
            .oneRowPer(PRODUCT)
            .measuring(PRODUCT_LEVEL, SCHEME, NAME_EN, NAME_ZH, CODES_TEXT, SOURCE, CONFIDENCE)
            .always("level_is_known", "product_level IN ('total', 'section', 'chapter', 'category')")
            .from("HS nomenclature", "Sources named in each row")
            .example(
                    """
                    SELECT product, name_en, name_zh, codes
                    FROM gold.products
                    WHERE product_level = 'category'
                    ORDER BY product""")
            .build();

    private final Reference reference;

    public ProductsTable(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Products products = reference.products();
        return in.of(
                TABLE,
                Stream.of(
                                Stream.of(row(Products.TOTAL, "TOTAL", "HS nomenclature", "high")),
                                products.sections().stream().map(this::row),
                                products.chapters().stream().map(this::row),
                                products.categories().stream().map(this::row))
                        .flatMap(rows -> rows)
                        .toList());
    }

    private Row row(HsSection section) {
        return row(
                product(section.id()),
                section.chapterFrom() + "-" + section.chapterTo(),
                section.source(),
                section.confidence());
    }

    private Row row(HsChapter chapter) {
        return row(product(chapter.code()), chapter.code(), chapter.source(), chapter.confidence());
    }

    private Row row(ProductGroup group) {
        return row(
                product(group.id()),
                group.codes().stream().map(ProductsTable::text).collect(joining(" ")),
                group.codes().stream().map(ProductCode::source).distinct().collect(joining("; ")),
                group.codes().stream()
                        .map(ProductCode::confidence)
                        .distinct()
                        .sorted()
                        .collect(joining(", ")));
    }

    private static Row row(Product product, String codes, String source, String confidence) {
        return RowFactory.create(
                product.id(),
                product.level().label(),
                ProductScheme.of(product).label(),
                product.nameEn(),
                product.nameZh(),
                codes,
                source,
                confidence);
    }

    private Product product(String id) {
        return reference.products().byId(id).orElseThrow();
    }

    private static String text(ProductCode code) {
        if (code.editions().equals(EnumSet.allOf(HsEdition.class))) return code.hsCode();
        return code.hsCode() + code.editions().stream().map(Enum::name).collect(joining(" ", "[", "]"));
    }
}
