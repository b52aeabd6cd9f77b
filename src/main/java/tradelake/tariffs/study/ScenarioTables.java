package tradelake.tariffs.study;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.ECONOMY;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.tariffs.study.TariffColumns.SCENARIO;

import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The tables that the models' answers stand in, side by side. */
public final class ScenarioTables {
    public static final Field<String> MODEL = Field.code(
            "model", Text.of("smart, gsim, one-sector or multi-sector", "模型：smart、gsim、one-sector 或 multi-sector"));
    public static final Field<String> CLOSURE = Field.code(
            "closure",
            Text.of(
                    "How the model is closed: td_pair (SMART's diversion), levels (GSIM), additive, balanced, multiplicative"
                            + " (one-sector), S_fixed, balanced (multi-sector)",
                    "模型闭合方式：td_pair（SMART 贸易转移）、levels（GSIM）、additive、balanced、multiplicative（单部门）、S_fixed、balanced（多部门）"));
    public static final Field<String> ELASTICITIES =
            Field.code("elasticity_set", Text.of("A set of conf/elasticities", "弹性组，见 conf/elasticities"));
    public static final Field<String> GOOD = PRODUCT.named(
            PRODUCT.name(),
            Text.of(
                    "An HS6 (smart), a chapter (gsim), a section or several together (multi-sector), or TOTAL (one-sector)",
                    "HS6（smart）、章（gsim）、类或合并的类（multi-sector）、TOTAL（one-sector）"));
    public static final Field<Double> TRADE_BEFORE =
            Field.measure("trade_before_usd", "current USD", Text.of("In the base year, before duty", "基年贸易额，不含关税"));
    public static final Field<Double> TRADE_AFTER =
            Field.measure("trade_after_usd", "current USD", Text.of("As the model has it afterwards", "模型所得的变动后贸易额"));
    public static final Field<Double> CHANGE =
            Field.measure("change_usd", "current USD", Text.of("After less before", "变动后减变动前"));
    public static final Field<Double> GROWTH = Field.fraction("growth", Text.of("Change over before", "变动额与变动前之比"));

    public static final Field<String> MEASURE = Field.code(
            "measure",
            Text.of(
                    "exports_change, imports_change and their growth; welfare_change, revenue_change and others that a model"
                            + " gives",
                    "exports_change、imports_change 及其增长率；welfare_change、revenue_change 等各模型给出的指标"));
    public static final Field<Double> VALUE =
            Field.measure("value", "see unit", Text.of("With all inputs as published", "各输入取公布值时的结果"));
    public static final Field<String> UNIT = Field.code("unit", Text.of("current USD or fraction", "现价美元或小数"));
    public static final Field<Double> P05 = quantile("p05", "The 5th of a hundred parts of the draws", "抽样第 5 百分位");
    public static final Field<Double> P50 = quantile("p50", "The middle of the draws", "抽样中位数");
    public static final Field<Double> P95 = quantile("p95", "The 95th of a hundred parts of the draws", "抽样第 95 百分位");

    public static final Table BILATERAL = Table.named(Layer.GOLD, "scenario_bilateral")
            .meaning(
                    "Trade between two economies before and after a scenario, as each model has it. Models differ in goods,"
                            + " economies and valuation: compare growth within a model before money between them.",
                    "情景前后两经济体之间的贸易额，各模型并列。各模型的商品、经济体及计价不同：宜先比较同一模型内的增长率，再比较模型间金额。")
            .oneRowPer(SCENARIO, MODEL, CLOSURE, ELASTICITIES, EXPORTER, IMPORTER, GOOD)
            .measuring(TRADE_BEFORE, TRADE_AFTER, CHANGE, GROWTH)
            .always("two_economies", "exporter <> importer")
            .always("no_negative_trade", "trade_before_usd > 0 AND trade_after_usd >= 0")
            .always("change_is_after_less_before", "change_usd = trade_after_usd - trade_before_usd")
            .from("UN Comtrade", "conf/scenarios", "conf/elasticities")
            .example(
                    """
                    SELECT importer, sum(change_usd) AS change_usd
                    FROM gold.scenario_bilateral
                    WHERE model = 'gsim' AND exporter = 'CHN'
                    GROUP BY importer
                    ORDER BY change_usd""")
            .build();

    public static final Table COUNTRY = Table.named(Layer.GOLD, "scenario_country")
            .meaning(
                    "What each model says that a scenario does to each economy, with quantiles over draws of elasticities and of"
                            + " trade between the two mirror reports.",
                    "各模型所得情景对各经济体的影响，附对弹性及双方报告区间抽样的分位数。")
            .oneRowPer(SCENARIO, MODEL, CLOSURE, ELASTICITIES, ECONOMY, MEASURE)
            .measuring(VALUE, UNIT, P05, P50, P95)
            .always("known_unit", "unit IN ('current USD', 'fraction')")
            .always("quantiles_in_order", "p05 IS NULL OR p05 <= p50 AND p50 <= p95")
            .from("UN Comtrade", "conf/scenarios", "conf/elasticities")
            .example(
                    """
                    SELECT economy, model, value, p05, p95
                    FROM gold.scenario_country
                    WHERE measure = 'exports_growth'
                    ORDER BY economy, model""")
            .build();

    private ScenarioTables() {}

    private static Field<Double> quantile(String name, String en, String zh) {
        return Field.measure(name, "see unit", Text.of(en + ", null without draws", zh + "；无抽样则为空"))
                .orNull();
    }
}
