package tradelake.reference;

import java.math.BigDecimal;
import java.sql.Date;
import tradelake.lake.Field;
import tradelake.lake.Text;

/** The columns that several tables share. */
public final class Columns {
    private Columns() {}

    // When, who, what
    public static final Field<Integer> YEAR =
            Field.integer("year", "", Text.of("Calendar year in which the goods crossed the border", "货物过境的公历年份"));
    public static final Field<Integer> REPORTER_CODE = Field.integer(
            "reporter",
            "",
            Text.of(
                    "UN Comtrade code of the economy that reports; 0 where it cannot be read",
                    "报告方的联合国 Comtrade 代码；无法读取时为 0"));
    public static final Field<Integer> PARTNER_CODE = Field.integer(
            "partner",
            "",
            Text.of(
                    "UN Comtrade code of the partner: origin of imports, last known destination of exports; -1 is value that the"
                            + " reporter allocates to no partner",
                    "贸易伙伴的联合国 Comtrade 代码（进口原产地、出口最终已知目的地）；-1 表示报告方未分配到伙伴的金额"));
    public static final Field<String> REPORTER = Field.code(
            "reporter", Text.of("ISO 3166-1 alpha-3 key of the economy that reports", "报告方 ISO 3166-1 三位字母代码"));
    public static final Field<String> PARTNER =
            Field.code("partner", Text.of("ISO 3166-1 alpha-3 key of the partner", "贸易伙伴 ISO 3166-1 三位字母代码"));
    public static final Field<String> ECONOMY =
            Field.code("economy", Text.of("ISO 3166-1 alpha-3 key of an economy", "经济体 ISO 3166-1 三位字母代码"));
    public static final Field<String> FLOW =
            Field.code("flow", Text.of("X exports (re-exports included), M imports", "X 出口（含转口），M 进口"));
    public static final Field<String> FLOW_OR_BOTH =
            Field.code("flow", Text.of("X exports, M imports, XM the sum of both", "X 出口，M 进口，XM 进出口合计"));
    public static final Field<String> HS_EDITION = Field.code(
            "hs_edition",
            Text.of("Edition of the Harmonized System, H0 (1992) to H6 (2022)", "协调制度版本，H0（1992）至 H6（2022）"));
    public static final Field<String> HS_CODE = Field.code(
            "hs_code",
            Text.of("HS code as published, leading zeros kept; TOTAL for all goods", "公布的 HS 编码，保留前导零；TOTAL 为全部商品"));
    public static final Field<Integer> HS_LEVEL = Field.integer(
            "hs_level", "digits", Text.of("Length of the HS code: 0 (TOTAL), 2, 4 or 6", "HS 编码位数：0（TOTAL）、2、4 或 6"));
    public static final Field<String> PRODUCT = Field.code(
            "product",
            Text.of("TOTAL, an HS section (S01), a chapter (27) or a category id", "TOTAL、HS 类（S01）、章（27）或商品组代码"));
    public static final Field<String> PRODUCT_LEVEL = Field.code(
            "product_level",
            Text.of("total, section, chapter or category", "total 总额、section 类、chapter 章、category 商品组"));

    // How much
    public static final Field<Double> VALUE_USD =
            Field.measure("value_usd", "current USD", Text.of("Value of the flow", "贸易额"));
    public static final Field<Double> TOTAL_USD =
            Field.measure("total_usd", "current USD", Text.of("Value of all flows the row is about", "该行所涉全部贸易额"));
    public static final Field<BigDecimal> EXACT_VALUE_USD =
            Field.exactMoney("value_usd", Text.of("Value, summed exactly", "金额，精确求和"));
    public static final Field<Long> ROWS = Field.count("rows", Text.of("How many published rows", "公布的行数"));

    // Which file, which definition
    public static final Field<String> RELEASE =
            Field.code("release", Text.of("The file, by the SHA-256 of its bytes", "来源文件（按其字节的 SHA-256）"));
    public static final Field<String> GROUP_ID =
            Field.code("group_id", Text.of("A named set of economies, see gold.groups", "经济体集团代码，见 gold.groups"));
    public static final Field<String> PARTNER_GROUP =
            Field.code("partner_group", Text.of("A group or a single economy on the other side", "对方集团或单个经济体"));
    public static final Field<String> BASIS = Field.code(
            "basis",
            Text.of(
                    "as_reported; mirror_filled: a reporter-year without any data is taken from its partners' reports; reconciled:"
                            + " one FOB value of both reports (silver.bilateral), in gold.regional_shares and gold.partner_shares",
                    "as_reported 按报告方数据；mirror_filled 无数据的报告方年份由伙伴数据补全；reconciled 双方报告调和为一离岸价（silver.bilateral），"
                            + "仅见于 gold.regional_shares 与 gold.partner_shares"));
    public static final Field<String> MEMBERSHIP = Field.code(
            "membership",
            Text.of(
                    "fixed: members on one day in every year; in_force: members on 1 July of the year",
                    "fixed 各年均用同一日成员；in_force 当年 7 月 1 日的成员"));
    public static final Field<String> REPORTER_SET = Field.code(
            "reporter_set",
            Text.of(
                    "present: members with data that year; constant: members with data in every year of the window",
                    "present 当年有数据的成员；constant 窗口内每年均有数据的成员"));
    public static final Field<Boolean> IS_HEADLINE = Field.flag(
            "is_headline",
            Text.of("as_reported, fixed, present: the row for a hurried reader", "按报告、固定成员、当年有数据：供快速查阅的一行"));
    public static final Field<Date> MEMBER_FROM =
            Field.date("member_from", Text.of("First day of membership", "成为成员的首日"));
    public static final Field<Date> MEMBER_TO = Field.date(
                    "member_to", Text.of("Last day of membership, null while it lasts", "成员资格的最后一日；仍为成员则为空"))
            .orNull();
    public static final Field<String> NAME_EN = Field.code("name_en", Text.of("Name in English", "英文名称"));
    public static final Field<String> NAME_ZH = Field.code("name_zh", Text.of("Name in Chinese", "中文名称"));
}
