package tradelake.rcep;

import static tradelake.rcep.GravityTables.CI_HIGH;
import static tradelake.rcep.GravityTables.CI_LOW;
import static tradelake.rcep.GravityTables.CLUSTER;
import static tradelake.rcep.GravityTables.SE_RULE;
import static tradelake.rcep.GravityTables.STD_ERROR;

import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table of event studies. */
public final class EventStudyTable {
    static final Field<String> OUTCOME = Field.code(
            "outcome",
            Text.of(
                    "trade: reconciled value of all goods; log_trade: its logarithm, positive flows alone; without_27_71: without"
                            + " fuels and precious metals",
                    "trade 全部商品调和金额；log_trade 其对数（仅正值）；without_27_71 不含燃料与贵金属"));
    static final Field<String> ESTIMATOR = Field.code(
            "estimator",
            Text.of(
                    "ppml_cohorts: PPML, cohorts by event time, all years before are the reference; ppml_cohorts_leads: with event"
                            + " times before, -1 is the reference; ols_two_way: least squares, one coefficient an event time;"
                            + " ols_sun_abraham: least squares by cohort, averaged; own_trend: mean distance from each flow's own"
                            + " trend; own_trend_less_controls: the same less that of controls in the same years",
                    "ppml_cohorts：PPML，批次×事件时间，参照为此前各年；ppml_cohorts_leads：含事前各期，参照为 -1 期；ols_two_way：双向固定效应"
                            + " OLS；ols_sun_abraham：按批次 OLS 后平均；own_trend：与自身趋势之差均值；own_trend_less_controls：再减同年对照组"));
    static final Field<String> FIXED_EFFECTS =
            Field.code("fixed_effects", Text.of("Effects absorbed, or what stands in their place", "吸收的固定效应或其替代"));
    static final Field<String> COHORT = Field.code(
            "cohort",
            Text.of(
                    "all; a year of entry; a kind of pair (first_fta, overlapping, coincident); placebo_dates and placebo_members:"
                            + " RCEP was not in force there, so the interval should hold nought",
                    "all 全部；生效年份；经济体对类别；placebo_dates、placebo_members 为安慰剂检验，其处 RCEP 并未生效，区间应含零"));
    static final Field<String> CONTROL_GROUP = Field.code(
            "control_group",
            Text.of(
                    "no_new_agreement: pairs outside RCEP without a start or end of an agreement in the quiet years; set_a: a"
                            + " member with an outsider, set_b: outsiders, both by setting; none",
                    "no_new_agreement 静默期内无协定变动的非 RCEP 对；set_a 成员与非成员、set_b 非成员之间（见设置）；none 无"));
    static final Field<Integer> EVENT_TIME = Field.integer(
            "event_time",
            "years",
            Text.of("Calendar years since RCEP entered into force between the two", "距 RCEP 对双方生效的年数"));
    static final Field<Double> ESTIMATE = Field.measure(
            "estimate",
            "log points",
            Text.of(
                    "Difference in trade that goes with the event time; of PPML for a whole year in force",
                    "与该事件时间相伴的贸易差异；PPML 折合全年生效"));
    static final Field<Double> GROWTH = Field.fraction("growth", Text.of("exp(estimate) - 1", "exp(estimate) - 1"));
    static final Field<Long> N_OBS = Field.count("n_obs", Text.of("Rows in the estimation", "参与估计的行数"));
    static final Field<Integer> PAIRS = Field.integer(
            "pairs",
            "pairs",
            Text.of(
                    "Pairs with RCEP that the row is about: with few of them the interval is too narrow",
                    "该行所涉 RCEP 对数；数量少时区间偏窄"));

    public static final Table TABLE = Table.named(Layer.GOLD, "rcep_event_study")
            .meaning(
                    "Trade of pairs by years since RCEP entered into force between them, beside controls, by several estimators that"
                            + " need different assumptions. Differences that go with dates; no statement about causes.",
                    "按 RCEP 对双方生效后年数比较经济体对贸易与对照组，多种估计方法并列（假设各异）。仅为与日期相伴的差异，不作因果表述。")
            .oneRowPer(OUTCOME, ESTIMATOR, FIXED_EFFECTS, COHORT, CONTROL_GROUP, EVENT_TIME)
            .measuring(ESTIMATE, STD_ERROR, CI_LOW, CI_HIGH, GROWTH, N_OBS, PAIRS, CLUSTER, SE_RULE)
            .always("numbers", "NOT isnan(estimate) AND NOT isnan(coalesce(std_error, 0))")
            .always("interval_around_it", "ci_low IS NULL OR estimate BETWEEN ci_low AND ci_high")
            .from("UN Comtrade", "WTO RTA database and others, see the list of agreements")
            .example(
                    """
                    SELECT event_time, estimate, ci_low, ci_high, pairs, estimator, cohort, control_group
                    FROM gold.rcep_event_study
                    ORDER BY estimator, cohort, control_group, event_time""")
            .build();

    private EventStudyTable() {}
}
