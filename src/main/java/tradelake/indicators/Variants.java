package tradelake.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.IS_HEADLINE;
import static tradelake.reference.Columns.MEMBERSHIP;
import static tradelake.reference.Columns.REPORTER_SET;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import tradelake.lake.Field;
import tradelake.lake.Text;

/** The bases and reporter sets in which one row of trade counts: a number while sums are made, two columns at the end. */
final class Variants {
    static final Field<Integer> VARIANT =
            Field.integer("variant", "", Text.of("Number of a basis and reporter set", "基准与报告方集合编号"));

    private static final int REPORTED = 0;
    private static final int CONSTANT = 1;
    private static final int FILLED_UP = 2;
    private static final int RECONCILED = 3;

    private Variants() {}

    /** A row for each variant that a row with {@code reconciled}, {@code filled} and {@code is_constant} counts in. */
    static Dataset<Row> ofEach(Dataset<Row> rows) {
        return exploded(
                rows,
                when(ReconciledFlows.RECONCILED.col(), variants(RECONCILED))
                        .when(FILLED.col(), variants(FILLED_UP))
                        .when(
                                coalesce(YearWindow.IS_CONSTANT.col(), lit(false)),
                                variants(REPORTED, CONSTANT, FILLED_UP))
                        .otherwise(variants(REPORTED, FILLED_UP)));
    }

    /** The same where the reporter set is present alone. */
    static Dataset<Row> ofPresent(Dataset<Row> rows) {
        return exploded(rows, when(FILLED.col(), variants(FILLED_UP)).otherwise(variants(REPORTED, FILLED_UP)));
    }

    /** Whether a row of one variant is as reported, and the reporters are those present. */
    static Column isReported() {
        return VARIANT.col().equalTo(REPORTED);
    }

    /** Names the basis, the reporter set and the headline of rows that have a variant and a membership. */
    static Dataset<Row> named(Dataset<Row> rows) {
        return rows.withColumn(
                        BASIS.name(),
                        when(VARIANT.col().equalTo(FILLED_UP), Basis.MIRROR_FILLED.label())
                                .when(VARIANT.col().equalTo(RECONCILED), Basis.RECONCILED.label())
                                .otherwise(Basis.AS_REPORTED.label()))
                .withColumn(
                        REPORTER_SET.name(),
                        when(VARIANT.col().equalTo(CONSTANT), ReporterSet.CONSTANT.label())
                                .otherwise(ReporterSet.PRESENT.label()))
                .withColumn(
                        IS_HEADLINE.name(), isReported().and(MEMBERSHIP.col().equalTo(MembershipRule.FIXED.label())));
    }

    private static Dataset<Row> exploded(Dataset<Row> rows, Column variants) {
        return rows.withColumn(VARIANT.name(), explode(variants));
    }

    private static Column variants(Integer... variants) {
        return array(Stream.of(variants).map(functions::lit).toArray(Column[]::new));
    }
}
