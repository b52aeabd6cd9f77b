package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.harmonise.concordance.FlowsHarmonised.METHOD;
import static tradelake.harmonise.concordance.FlowsHarmonised.REPORTED_EDITION;
import static tradelake.harmonise.concordance.HarmonisedBalance.ROWS;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_EVIDENCE;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_EVIDENCE_ROWS;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TABLE;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TABLE_ROWS;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TARGET;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TARGET_ROWS;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fields;
import tradelake.lake.Field;
import tradelake.lake.Finding;
import tradelake.lake.Text;

/** What stands under 999999 or TOTAL because no table leads on, one finding an edition and reason. */
record Unclassified(Concordance concordance) {
    private static final Field<Integer> FIRST = Field.integer("first_year", "", Text.of("First year", "首年"));
    private static final Field<Integer> LAST = Field.integer("last_year", "", Text.of("Last year", "末年"));
    private static final Field<Long> REPORTERS = Field.count("reporters", Text.of("Reporters", "报告方数"));

    /** @param balance rows of silver.harmonised_balance */
    List<Finding> in(Dataset<Row> balance) {
        Dataset<Row> traded = balance.filter(PUBLISHED_FLOW.col().isin("M", "X"));
        return of(traded, Method.NO_TARGET, WITHOUT_TARGET, WITHOUT_TARGET_ROWS)
                .unionByName(of(traded, Method.NO_EVIDENCE, WITHOUT_EVIDENCE, WITHOUT_EVIDENCE_ROWS))
                .unionByName(of(traded, Method.NO_TABLE, WITHOUT_TABLE, WITHOUT_TABLE_ROWS))
                .groupBy(Fields.columns(REPORTED_EDITION, METHOD))
                .agg(
                        VALUE_USD.as(sum(VALUE_USD.col())),
                        ROWS.as(sum(ROWS.col())),
                        REPORTERS.as(countDistinct(REPORTER_CODE.col())),
                        FIRST.as(min(YEAR.col())),
                        LAST.as(max(YEAR.col())))
                .orderBy(Fields.columns(REPORTED_EDITION, METHOD))
                .collectAsList()
                .stream()
                .map(this::finding)
                .toList();
    }

    /** Value and rows of silver.flows_harmonised that went this way. */
    private static Dataset<Row> of(Dataset<Row> balance, Method method, Field<Double> usd, Field<Long> rows) {
        return balance.filter(usd.col().gt(0))
                .select(
                        YEAR.col(),
                        REPORTER_CODE.col(),
                        REPORTED_EDITION.col(),
                        METHOD.as(method.label()),
                        VALUE_USD.as(usd.col()),
                        ROWS.as(rows.col()));
    }

    private Finding finding(Row edition) {
        String about = "%s of %d reporters, %d to %d: %,.0f USD are kept under 999999 or TOTAL, for "
                .formatted(
                        REPORTED_EDITION.in(edition),
                        REPORTERS.in(edition),
                        FIRST.in(edition),
                        LAST.in(edition),
                        VALUE_USD.in(edition));
        Method method = Method.valueOf(METHOD.in(edition).toUpperCase(Locale.ROOT));
        return new Finding(kind(method), about + why(method), ROWS.in(edition));
    }

    private static String kind(Method method) {
        return switch (method) {
            case NO_TABLE -> "edition-without-table";
            case NO_EVIDENCE -> "codes-without-evidence";
            default -> "codes-without-target";
        };
    }

    private String why(Method method) {
        return switch (method) {
            case NO_TABLE -> "there is no table to %s: %s".formatted(concordance.edition(), concordance.advice());
            case NO_EVIDENCE ->
                "no trade tells how their codes were split: load a reporter's last year in this edition and a"
                        + " later one, at most two years on, both whole";
            default -> "its table does not know their codes";
        };
    }
}
