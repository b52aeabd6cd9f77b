package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.harmonise.concordance.FlowsHarmonised.REPORTED_EDITION;
import static tradelake.harmonise.concordance.HarmonisedBalance.ROWS;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TABLE;
import static tradelake.harmonise.concordance.HarmonisedBalance.WITHOUT_TARGET;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Field;
import tradelake.lake.Finding;
import tradelake.lake.Text;

/** What stands under 999999 in silver.flows_harmonised because no table leads on, one finding an edition. */
record Unclassified(Concordance concordance) {
    private static final Field<Integer> FIRST = Field.integer("first_year", "", Text.of("First year", "首年"));
    private static final Field<Integer> LAST = Field.integer("last_year", "", Text.of("Last year", "末年"));
    private static final Field<Long> REPORTERS = Field.count("reporters", Text.of("Reporters", "报告方数"));

    /** @param balance rows of silver.harmonised_balance */
    List<Finding> in(Dataset<Row> balance) {
        return balance
                .filter(PUBLISHED_FLOW
                        .col()
                        .isin("M", "X")
                        .and(WITHOUT_TABLE.col().plus(WITHOUT_TARGET.col()).gt(0)))
                .groupBy(REPORTED_EDITION.col())
                .agg(
                        WITHOUT_TABLE.as(sum(WITHOUT_TABLE.col())),
                        WITHOUT_TARGET.as(sum(WITHOUT_TARGET.col())),
                        REPORTERS.as(countDistinct(REPORTER_CODE.col())),
                        ROWS.as(sum(ROWS.col())),
                        FIRST.as(min(YEAR.col())),
                        LAST.as(max(YEAR.col())))
                .orderBy(REPORTED_EDITION.col())
                .collectAsList()
                .stream()
                .map(this::finding)
                .toList();
    }

    /** An edition has a table or has none. */
    private Finding finding(Row edition) {
        boolean hasTable = WITHOUT_TABLE.in(edition) == 0;
        String about = "%s of %d reporters, %d to %d: %,.0f USD are kept under 999999"
                .formatted(
                        REPORTED_EDITION.in(edition),
                        REPORTERS.in(edition),
                        FIRST.in(edition),
                        LAST.in(edition),
                        hasTable ? WITHOUT_TARGET.in(edition) : WITHOUT_TABLE.in(edition));
        return hasTable
                ? new Finding(
                        "codes-without-target", about + ", for its table does not know their codes", ROWS.in(edition))
                : new Finding(
                        "edition-without-table",
                        "%s, for there is no table to %s: %s"
                                .formatted(about, concordance.edition(), concordance.advice()),
                        ROWS.in(edition));
    }
}
