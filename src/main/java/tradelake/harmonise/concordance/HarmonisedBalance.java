package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Flows.NET_WEIGHT;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.harmonise.concordance.FlowsHarmonised.METHOD;
import static tradelake.harmonise.concordance.FlowsHarmonised.REPORTED_EDITION;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fields;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/**
 * The table silver.harmonised_balance: what each reporter, year and flow sums to before and after its codes were carried to
 * the common edition, both read from committed tables, and by which way its value went.
 */
public final class HarmonisedBalance {
    static final Field<Long> ROWS = Field.count("rows", Text.of("Rows of silver.flows", "silver.flows 的行数"));
    static final Field<Long> ROWS_AFTER =
            Field.count("harmonised_rows", Text.of("Rows of silver.flows_harmonised", "silver.flows_harmonised 的行数"));
    static final Field<Double> AFTER = Field.measure(
            "harmonised_usd",
            "current USD",
            Text.of("Value in silver.flows_harmonised", "silver.flows_harmonised 中的金额"));
    static final Field<Double> WEIGHT_BEFORE =
            weight(NET_WEIGHT.name(), Text.of("Net weight in silver.flows", "silver.flows 中的净重"));
    static final Field<Double> WEIGHT_AFTER =
            weight("harmonised_kg", Text.of("Net weight in silver.flows_harmonised", "silver.flows_harmonised 中的净重"));
    static final Field<Double> ESTIMATED =
            Field.measure("weighted_usd", "current USD", Text.of("Value split by estimated weights", "按估计权重拆分的金额"));
    static final Field<Double> WITHOUT_TARGET = Field.measure(
            "no_target_usd", "current USD", Text.of("Value of codes that the tables do not know", "对照表无此编码的金额"));
    static final Field<Long> WITHOUT_TARGET_ROWS =
            Field.count("no_target_rows", Text.of("Harmonised rows of such codes", "此类编码统一后的行数"));
    static final Field<Double> WITHOUT_EVIDENCE = Field.measure(
            "no_evidence_usd",
            "current USD",
            Text.of("Value of codes that were split, no trade tells how", "已拆分而无贸易数据可定比例之编码的金额"));
    static final Field<Long> WITHOUT_EVIDENCE_ROWS =
            Field.count("no_evidence_rows", Text.of("Harmonised rows of such codes", "此类编码统一后的行数"));
    static final Field<Double> WITHOUT_TABLE = Field.measure(
            "no_table_usd", "current USD", Text.of("Value for whose edition no table is at hand", "所属版本无对照表的金额"));
    static final Field<Long> WITHOUT_TABLE_ROWS =
            Field.count("no_table_rows", Text.of("Harmonised rows of such editions", "此类版本统一后的行数"));
    static final Field<String> FINGERPRINT =
            Field.code("fingerprint", Text.of("Of the data and tables it was made by", "所用数据与对照表的指纹"));

    public static final Table TABLE = Table.named(Layer.SILVER, "harmonised_balance")
            .meaning(
                    "Value and weight of each reporter, year and flow before and after its codes were carried to the common edition: the"
                            + " same but for rounding.",
                    "各报告方、年份、流向在编码统一前后的金额与重量：除舍入外相同。")
            .oneRowPer(YEAR, REPORTER_CODE, PUBLISHED_FLOW, REPORTED_EDITION)
            .measuring(
                    ROWS,
                    ROWS_AFTER,
                    VALUE_USD,
                    AFTER,
                    WEIGHT_BEFORE,
                    WEIGHT_AFTER,
                    ESTIMATED,
                    WITHOUT_TARGET,
                    WITHOUT_TARGET_ROWS,
                    WITHOUT_EVIDENCE,
                    WITHOUT_EVIDENCE_ROWS,
                    WITHOUT_TABLE,
                    WITHOUT_TABLE_ROWS,
                    FINGERPRINT)
            .always("value_is_conserved", conserved(VALUE_USD, AFTER))
            .always("weight_is_conserved", conserved(WEIGHT_BEFORE, WEIGHT_AFTER))
            .from("UN Comtrade", "UNSD")
            .example(
                    """
                    SELECT reported_edition, sum(value_usd) AS usd, sum(weighted_usd) AS weighted,
                           sum(no_target_usd + no_evidence_usd + no_table_usd) AS unclassified
                    FROM silver.harmonised_balance
                    WHERE flow IN ('M', 'X')
                    GROUP BY reported_edition
                    ORDER BY reported_edition""")
            .build();

    private HarmonisedBalance() {}

    /** To 1e-12 of the sum, and a billionth a row, which {@link SteadySum} rounds to. */
    private static String conserved(Field<Double> before, Field<Double> after) {
        return "abs(%s - %s) <= 1e-12 * %1$s + 1e-9 * (%s + %s)".formatted(before, after, ROWS, ROWS_AFTER);
    }

    private static Field<Double> weight(String name, Text meaning) {
        return Field.measure(name, NET_WEIGHT.unit(), meaning);
    }

    /**
     * Without fingerprints.
     *
     * @param flows rows of silver.flows
     * @param harmonised the rows of silver.flows_harmonised that were made of them
     */
    static Dataset<Row> of(Dataset<Row> flows, Dataset<Row> harmonised) {
        Dataset<Row> before = flows.select(
                YEAR.col(),
                REPORTER_CODE.col(),
                PUBLISHED_FLOW.col(),
                REPORTED_EDITION.as(HS_EDITION.col()),
                ROWS.as(1),
                ROWS_AFTER.as(0),
                VALUE_USD.col(),
                AFTER.as(0.0),
                WEIGHT_BEFORE.as(coalesce(NET_WEIGHT.col(), lit(0.0))),
                WEIGHT_AFTER.as(0.0),
                METHOD.as(""));
        Dataset<Row> after = harmonised.select(
                YEAR.col(),
                REPORTER_CODE.col(),
                PUBLISHED_FLOW.col(),
                REPORTED_EDITION.col(),
                ROWS.as(0),
                ROWS_AFTER.as(1),
                VALUE_USD.as(0.0),
                AFTER.as(VALUE_USD.col()),
                WEIGHT_BEFORE.as(0.0),
                WEIGHT_AFTER.as(coalesce(FlowsHarmonised.WEIGHT.col(), lit(0.0))),
                METHOD.col());
        return before.unionByName(after)
                .groupBy(Fields.columns(YEAR, REPORTER_CODE, PUBLISHED_FLOW, REPORTED_EDITION))
                .agg(
                        ROWS.as(sum(ROWS.col())),
                        ROWS_AFTER.as(sum(ROWS_AFTER.col())),
                        VALUE_USD.as(SteadySum.of(VALUE_USD.col())),
                        AFTER.as(SteadySum.of(AFTER.col())),
                        WEIGHT_BEFORE.as(SteadySum.of(WEIGHT_BEFORE.col())),
                        WEIGHT_AFTER.as(SteadySum.of(WEIGHT_AFTER.col())),
                        ESTIMATED.as(by(Method.WEIGHTED)),
                        WITHOUT_TARGET.as(by(Method.NO_TARGET)),
                        WITHOUT_TARGET_ROWS.as(rowsBy(Method.NO_TARGET)),
                        WITHOUT_EVIDENCE.as(by(Method.NO_EVIDENCE)),
                        WITHOUT_EVIDENCE_ROWS.as(rowsBy(Method.NO_EVIDENCE)),
                        WITHOUT_TABLE.as(by(Method.NO_TABLE)),
                        WITHOUT_TABLE_ROWS.as(rowsBy(Method.NO_TABLE)));
    }

    private static Column by(Method method) {
        return SteadySum.of(
                when(METHOD.col().equalTo(method.label()), AFTER.col()).otherwise(0.0));
    }

    private static Column rowsBy(Method method) {
        return sum(when(METHOD.col().equalTo(method.label()), 1).otherwise(0));
    }
}
