package tradelake.harmonise.concordance;

import static tradelake.harmonise.Flows.MONTHS;
import static tradelake.harmonise.Flows.OF_WHICH;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import tradelake.harmonise.Flows;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table silver.flows_harmonised: silver.flows with the codes of one edition of the Harmonized System in all years. */
public final class FlowsHarmonised {
    public static final Field<String> REPORTED_EDITION = Field.code(
            "reported_edition",
            Text.of("Edition that the reporter used, H0 (1992) to H6 (2022)", "报告方所用协调制度版本，H0（1992）至 H6（2022）"));
    public static final Field<String> METHOD = Field.code(
            "method",
            Text.of(
                    "same: reported in this edition; one_target: by UNSD's tables, whole; weighted: split by estimated weights; coarse:"
                            + " a heading, chapter or TOTAL; unspecified: chapter 99, alike in all editions; no_target, no_evidence,"
                            + " no_table: 999999 or TOTAL, for the tables do not know the code, no trade tells how it was split, or"
                            + " there is no table of the edition",
                    "same 原以该版本报告；one_target 按联合国统计司对照表整体转换；weighted 按估计权重拆分；coarse 品目、章或 TOTAL；"
                            + "unspecified 第 99 章，各版本相同；no_target 对照表无此编码、no_evidence 无贸易数据可定拆分比例、"
                            + "no_table 无该版本对照表，均归入 999999 或 TOTAL"));
    public static final Field<Double> WEIGHT = Field.measure(
                    Flows.NET_WEIGHT.name(),
                    Flows.NET_WEIGHT.unit(),
                    Text.of(
                            "Sum of the net weights reported, null where none is; can cover less than the value",
                            "已报告净重之和；均未报告则为空；覆盖面可小于金额"))
            .orNull();
    public static final Field<Double> QUANTITY = Field.measure(
                    Flows.QUANTITY.name(),
                    Flows.QUANTITY.unit(),
                    Text.of(
                            "Supplementary quantity, null where a flow lacks it or its unit, or units differ",
                            "补充数量；有流量未报告数量或单位、或单位不一则为空"))
            .orNull();
    public static final Field<Integer> QUANTITY_UNIT = Flows.QUANTITY_UNIT.named(
            Flows.QUANTITY_UNIT.name(),
            Text.of("UN Comtrade code of the quantity's unit, null without quantity", "数量单位的 Comtrade 代码；无数量则为空"));

    public static final Table TABLE = Table.named(Layer.SILVER, "flows_harmonised")
            .meaning(
                    "silver.flows in one edition of the Harmonized System for all years (setting harmonise.edition), so that six-digit"
                            + " codes can be followed over time: newer editions go back by UNSD's one-target tables, older ones forward by"
                            + " estimated weights. Value and weight of each reporter, year and flow are those of silver.flows; what no table"
                            + " leads on is kept under 999999 or TOTAL.",
                    "各年统一为同一协调制度版本（设置 harmonise.edition）的 silver.flows，便于逐年比较六位编码：较新版本按联合国统计司一对一对照表"
                            + "回溯，较旧版本按估计权重前推。各报告方、年份、流向的金额与重量与 silver.flows 一致；无对照者归入 999999 或 TOTAL。")
            .oneRowPer(
                    YEAR,
                    REPORTER_CODE,
                    PUBLISHED_FLOW,
                    PARTNER_CODE,
                    HS_EDITION,
                    HS_CODE,
                    REPORTED_EDITION,
                    METHOD,
                    Flows.RESIDUAL)
            .measuring(HS_LEVEL, OF_WHICH, MONTHS, VALUE_USD, WEIGHT, QUANTITY, QUANTITY_UNIT)
            .partitionedBy(YEAR)
            .always("no_negative_value", "value_usd >= 0")
            .always("level_is_length", "hs_level = IF(hs_code = 'TOTAL', 0, length(hs_code))")
            .always("parts_are_marked", "of_which = (flow NOT IN ('M', 'X'))")
            .always("same_is_the_same_edition", "(method = 'same') = (hs_edition = reported_edition)")
            .always(
                    "unknown_is_unclassified",
                    "method NOT IN ('no_target', 'no_evidence', 'no_table') OR hs_code IN ('999999', 'TOTAL')")
            .always("unspecified_stays", "method <> 'unspecified' OR hs_code IN ('99', '9999', '999999')")
            .always("quantity_has_a_unit", "(quantity IS NULL) = (quantity_unit IS NULL)")
            .from("UN Comtrade", "UNSD")
            .example(
                    """
                    SELECT year, hs_code, sum(value_usd) AS usd
                    FROM silver.flows_harmonised
                    WHERE reporter = 704 AND flow = 'X' AND hs_code LIKE '8517%'
                    GROUP BY year, hs_code
                    ORDER BY year, hs_code""")
            .build();

    private FlowsHarmonised() {}
}
