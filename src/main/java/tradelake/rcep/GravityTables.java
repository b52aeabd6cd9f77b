package tradelake.rcep;

import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The tables of gravity models: what each one is, and what it estimates. */
public final class GravityTables {
    public static final Field<String> MODEL_ID = Field.code(
            "model_id", Text.of("Product and split of RCEP's dose: TOTAL/pooled", "商品与 RCEP 变量拆分方式：TOTAL/pooled"));
    static final Field<String> SPLIT = Field.code(
            "split",
            Text.of(
                    "pooled: one term; class: by what linked a pair before; member: by exporting member",
                    "pooled 单一项；class 按此前协定状况；member 按出口成员"));
    static final Field<String> ESTIMATOR =
            Field.code("estimator", Text.of("ppml: Poisson pseudo-maximum likelihood", "ppml：泊松伪最大似然"));
    static final Field<String> FORMULA = Field.code(
            "formula",
            Text.of(
                    "Response, regressors and, after the bar, fixed effects; agreements are days in force over 365",
                    "被解释变量、解释变量及竖线后的固定效应；协定变量为生效天数 / 365"));
    static final Field<String> SAMPLE = Field.code("sample", Text.of("Which rows the model is given", "样本范围"));
    public static final Field<Long> N_OBS =
            Field.count("n_obs", Text.of("Rows in the estimation", "参与估计的行数")).orNull();
    static final Field<Long> N_SEPARATED = Field.count(
                    "n_separated", Text.of("Rows left out because they are separated", "因分离而剔除的行数"))
            .orNull();
    static final Field<Long> N_SINGLETONS = Field.count(
                    "n_singletons",
                    Text.of("Rows left out because they are alone in a level of an effect", "因独占固定效应层级而剔除的行数"))
            .orNull();
    static final Field<Integer> N_CLUSTERS = Field.integer(
                    "n_clusters", "pairs", Text.of("Clusters of the standard errors", "标准误聚类数"))
            .orNull();
    static final Field<String> CLUSTER = Field.code(
            "cluster_rule",
            Text.of("How errors are clustered: symmetric is a pair in both directions", "聚类方式：symmetric 为不分方向的经济体对"));
    static final Field<String> SE_RULE = Field.code(
            "se_rule",
            Text.of("Small-sample rule of the standard errors: stata is G/(G-1)", "标准误小样本修正：stata 为 G/(G-1)"));
    static final Field<Double> PSEUDO_R2 = Field.fraction(
                    "pseudo_r2", Text.of("McFadden's, fixed effects included", "McFadden 伪 R2（含固定效应）"))
            .orNull();
    static final Field<Double> LOG_LIKELIHOOD =
            Field.measure("log_likelihood", "", Text.of("Of Poisson", "泊松对数似然")).orNull();
    static final Field<Integer> ITERATIONS = Field.integer("iterations", "", Text.of("Of reweighting", "重新加权迭代次数"))
            .orNull();
    static final Field<Boolean> CONVERGED =
            Field.flag("converged", Text.of("Whether the model has estimates", "是否得到估计值"));
    static final Field<List<String>> IDENTIFYING = texts(
            "identifying_pairs",
            Text.of(
                    "Pairs in which RCEP's dose changes in the estimation: its terms rest on them",
                    "RCEP 变量有变化、用于识别的经济体对"));
    static final Field<List<String>> COLLINEAR =
            texts("collinear", Text.of("Regressors left out because the others make them up", "因共线而剔除的解释变量"));
    static final Field<String> PROBLEM = Field.code(
                    "problem", Text.of("Why there are no estimates, null where there are", "无估计值的原因；有估计值则为空"))
            .orNull();

    static final Field<String> TERM = Field.code(
            "term",
            Text.of(
                    "rcep, or its part; fta: another free trade agreement or customs union in force; pta: one on part of the"
                            + " tariff alone; further: agreements beyond the first",
                    "rcep 或其分项；fta 其他自贸协定或关税同盟；pta 仅部分关税的协定；further 第二个及以上协定"));
    public static final Field<Double> ESTIMATE = Field.measure(
            "estimate", "log points", Text.of("Coefficient b; exp(b) - 1 is a fraction", "系数 b；exp(b)-1 为小数"));
    public static final Field<Double> STD_ERROR = Field.measure(
                    "std_error",
                    "log points",
                    Text.of("Standard error, null where too few pairs carry the term", "标准误；识别经济体对过少则为空"))
            .orNull();
    static final Field<Double> Z = Field.measure(
                    "z", "", Text.of("Estimate over error, null without one", "估计值与标准误之比；无标准误则为空"))
            .orNull();
    static final Field<Double> P_VALUE = Field.fraction(
                    "p_value", Text.of("Two-sided, normal, null without an error", "双侧正态 p 值；无标准误则为空"))
            .orNull();
    public static final Field<Double> CI_LOW = interval("ci_low", "Lower", "下");
    public static final Field<Double> CI_HIGH = interval("ci_high", "Upper", "上");
    public static final Field<Integer> PAIRS = Field.integer(
            "pairs",
            "pairs",
            Text.of(
                    "Pairs in which the term changes: with few of them the interval is too narrow",
                    "该项有变化的经济体对数；数量少时区间偏窄"));

    public static final Table MODELS = Table.named(Layer.GOLD, "gravity_models")
            .meaning(
                    "Structural gravity of a product, Poisson with exporter-year, importer-year and pair effects: trade of pairs"
                            + " with RCEP in force beside the same pairs before and other pairs. A model that cannot be estimated"
                            + " says why.",
                    "某商品的结构引力模型（泊松，含出口方-年、进口方-年及经济体对固定效应）：RCEP 生效的经济体对与其生效前及其他经济体对比较。无法估计者注明原因。")
            .oneRowPer(MODEL_ID)
            .measuring(
                    PRODUCT,
                    PRODUCT_LEVEL,
                    SPLIT,
                    ESTIMATOR,
                    FORMULA,
                    SAMPLE,
                    N_OBS,
                    N_SEPARATED,
                    N_SINGLETONS,
                    N_CLUSTERS,
                    CLUSTER,
                    SE_RULE,
                    PSEUDO_R2,
                    LOG_LIKELIHOOD,
                    ITERATIONS,
                    CONVERGED,
                    IDENTIFYING,
                    COLLINEAR,
                    PROBLEM)
            .always("estimates_or_a_reason", "converged = (problem IS NULL) AND converged = (n_obs IS NOT NULL)")
            .from("UN Comtrade", "WTO RTA database and others, see the list of agreements")
            .example(
                    """
                    SELECT product, split, converged, n_obs, pseudo_r2, problem
                    FROM gold.gravity_models
                    ORDER BY product, split""")
            .build();

    public static final Table ESTIMATES = Table.named(Layer.GOLD, "gravity_estimates")
            .meaning(
                    "Coefficients of the models in gold.gravity_models: differences in trade, in log points, that go with"
                            + " agreements in force, conditional on the effects. No statement about causes.",
                    "gold.gravity_models 各模型的系数：在固定效应条件下，与协定生效相伴的贸易差异（对数点）。不作因果表述。")
            .oneRowPer(MODEL_ID, TERM)
            .measuring(ESTIMATE, STD_ERROR, Z, P_VALUE, CI_LOW, CI_HIGH, PAIRS, ESTIMATOR, CLUSTER, SE_RULE)
            .always("numbers", "NOT isnan(estimate) AND NOT isnan(coalesce(std_error, 0))")
            .always("an_error_is_positive", "std_error IS NULL OR std_error > 0")
            .always("interval_around_it", "ci_low IS NULL OR estimate BETWEEN ci_low AND ci_high")
            .from("UN Comtrade", "WTO RTA database and others, see the list of agreements")
            .example(
                    """
                    SELECT split, term, estimate, std_error, ci_low, ci_high, pairs
                    FROM gold.gravity_estimates
                    JOIN gold.gravity_models USING (model_id)
                    WHERE product = 'TOTAL'
                    ORDER BY split, term""")
            .build();

    private GravityTables() {}

    private static Field<Double> interval(String name, String en, String zh) {
        return Field.measure(
                        name,
                        "log points",
                        Text.of(en + " end of the 95 % interval, null without an error", "95% 区间" + zh + "限；无标准误则为空"))
                .orNull();
    }

    private static Field<List<String>> texts(String name, Text meaning) {
        return Field.of(name, DataTypes.createArrayType(DataTypes.StringType, false), "", meaning);
    }
}
