package tradelake.harmonise;

import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table silver.reporter_years: which datasets there are, what they cover, and which releases they were made from. */
public final class ReporterYears {
    public static final Field<String> EDITION = Field.code(
                    "hs_edition",
                    Text.of(
                            "Edition kept for this reporter-year, null where no row is HS",
                            "该报告方年份采用的 HS 版本；无 HS 行则为空"))
            .orNull();
    public static final Field<Boolean> WHOLE =
            Field.flag("whole", Text.of("A whole release lives, not only extracts", "存在整体发布，而非仅有摘录"));
    public static final Field<Integer> MONTHS = Flows.MONTHS;
    public static final Field<Boolean> HAS_X = Field.flag("has_x", Text.of("Exports are reported", "有出口数据"));
    public static final Field<Boolean> HAS_M = Field.flag("has_m", Text.of("Imports are reported", "有进口数据"));
    public static final Field<Integer> PARTNERS =
            Field.integer("partners", "partners", Text.of("Distinct partners named", "列名伙伴数"));
    public static final Field<Double> VALUE_X = Field.measure(
                    "value_x_usd",
                    "current USD",
                    Text.of(
                            "Exports, self trade included: World's TOTAL as published, else the sum over silver.flows; null without exports",
                            "出口额，含自我贸易：公布的世界 TOTAL，否则为 silver.flows 合计；无出口则为空"))
            .orNull();
    public static final Field<Double> VALUE_M = Field.measure(
                    "value_m_usd",
                    "current USD",
                    Text.of(
                            "Imports, self trade included: World's TOTAL as published, else the sum over silver.flows; null without imports",
                            "进口额，含自我贸易：公布的世界 TOTAL，否则为 silver.flows 合计；无进口则为空"))
            .orNull();
    public static final Field<List<String>> PRODUCTS = Field.of(
            "products",
            DataTypes.createArrayType(DataTypes.StringType),
            "",
            Text.of(
                    "Products that the releases cover, traded or not: an extract of chapter 27 covers neither TOTAL nor S05, one of TOTAL no chapter, and fewer months than shares.least-months nothing",
                    "所涵盖的商品（无论有无贸易）：仅含第 27 章的摘录不涵盖 TOTAL 与 S05，仅含 TOTAL 的摘录不涵盖各章；月数不足 shares.least-months 者不涵盖任何商品"));
    public static final Field<List<String>> RELEASES = Field.of(
            "releases",
            DataTypes.createArrayType(DataTypes.StringType),
            "",
            Text.of("The releases that touch it, sorted", "涉及的发布文件，已排序"));
    public static final Field<String> FINGERPRINT =
            Field.code("fingerprint", Text.of("Of the releases and rules it was made by", "所用发布文件与规则的指纹"));

    public static final Table TABLE = Table.named(Layer.SILVER, "reporter_years")
            .meaning(
                    "The unit of recomputation: one reporter in one year, a pure function of all live releases that touch it."
                            + " A reporter-year without a row here has no dataset at all.",
                    "重算单位：一个报告方的一年，完全由涉及它的全部有效发布文件决定。此处无行即无数据集。")
            .oneRowPer(YEAR, REPORTER_CODE)
            .measuring(
                    EDITION, WHOLE, MONTHS, HAS_X, HAS_M, PARTNERS, VALUE_X, VALUE_M, PRODUCTS, RELEASES, FINGERPRINT)
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, hs_edition, count(*) AS reporters
                    FROM silver.reporter_years
                    GROUP BY year, hs_edition
                    ORDER BY year, hs_edition""")
            .build();

    private ReporterYears() {}
}
