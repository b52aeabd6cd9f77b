package tradelake.harmonise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static tradelake.reference.Columns.EXACT_VALUE_USD;
import static tradelake.reference.Columns.RELEASE;
import static tradelake.reference.Columns.ROWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.sources.Releases;

/**
 * What became of every row and dollar of every accepted file: <pre>in = accepted + set aside + quarantined</pre> exactly, in
 * rows and in dollars. {@code in} is counted by the first pass; the others are read back from committed silver. Each release
 * has a row {@code balance}, in less all the others, which a rule of the table holds at nought.
 */
public final class Ledger implements Job {
    public static final Field<String> REASON = Field.code("reason", Text.of("Why the rows have this fate", "原因"));
    public static final Field<String> FATE = Field.code(
            "fate",
            Text.of(
                    "in (rows of the file), accepted, set_aside, quarantined, or balance: in less the other three",
                    "in 文件行数；accepted 接受；set_aside 搁置；quarantined 隔离；balance = in 减其余三项"));

    public static final Table TABLE = Table.named(Layer.SILVER, "ledger")
            .meaning(
                    "What became of every row and dollar of every accepted file. A row whose value cannot be read counts as a"
                            + " row without dollars.",
                    "每个被接受文件的每一行、每一美元的去向。金额无法读取的行计行数、不计金额。")
            .oneRowPer(RELEASE, REASON)
            .measuring(FATE, ROWS, EXACT_VALUE_USD)
            // The release is named so that the refusal names it.
            .always(
                    "every_row_and_dollar",
                    "release IS NOT NULL AND (fate <> 'balance' OR (rows = 0 AND value_usd = 0))")
            .always("known_fate", "fate IN ('in', 'accepted', 'set_aside', 'quarantined', 'balance')")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT fate, sum(rows) AS n, sum(value_usd) AS usd
                    FROM silver.ledger
                    GROUP BY fate
                    ORDER BY fate""")
            .build();

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(Releases.TABLE, Flows.TABLE, PublishedTotals.TABLE, SetAside.TABLE, Quarantine.TABLE);
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Dataset<Row> arrived = in.read(Releases.TABLE)
                .filter(Releases.VERDICT.col().equalTo("accepted"))
                .select(
                        RELEASE.col(),
                        REASON.as("in"),
                        FATE.as("in"),
                        ROWS.as(Releases.RAW_ROWS.col()),
                        EXACT_VALUE_USD.col());
        Dataset<Row> left = counted(
                        in.read(Flows.TABLE).filter(not(Flows.RESIDUAL.col().or(Flows.SUMMED.col()))), Reason.ACCEPTED)
                .unionByName(
                        counted(in.read(PublishedTotals.TABLE).filter(not(Flows.SUMMED.col())), Reason.PUBLISHED_TOTAL))
                .unionByName(grouped(in.read(SetAside.TABLE), SetAside.REASON, fate(), sum(ROWS.col())))
                .unionByName(grouped(
                        in.read(Quarantine.TABLE), Quarantine.REASON, lit(Fate.QUARANTINED.key()), count(lit(1))));
        return withBalances(arrived.unionByName(left));
    }

    /** A row that was added up with others is counted, if not as a row of its own. */
    private static Column fate() {
        return when(SetAside.REASON.col().equalTo(Reason.SUMMED.key()), Fate.ACCEPTED.key())
                .otherwise(Fate.SET_ASIDE.key());
    }

    private static Dataset<Row> counted(Dataset<Row> committed, Reason reason) {
        return grouped(
                committed.withColumn(REASON.name(), lit(reason.key())),
                REASON,
                lit(reason.fate().key()),
                count(lit(1)));
    }

    private static Dataset<Row> grouped(Dataset<Row> rows, Field<String> reason, Column fate, Column count) {
        return rows.groupBy(RELEASE.col(), REASON.as(reason.col()))
                .agg(
                        ROWS.as(count),
                        EXACT_VALUE_USD.as(coalesce(sum(EXACT_VALUE_USD.as(EXACT_VALUE_USD.col())), lit(0))))
                .withColumn(FATE.name(), fate);
    }

    /** The fates, and of each release their balance: every fate counts twice, so that the tables are read once. */
    private static Dataset<Row> withBalances(Dataset<Row> fates) {
        Column arrived = FATE.col().equalTo("in");
        Column itself = struct(REASON.col(), FATE.col(), ROWS.col(), EXACT_VALUE_USD.col());
        Column inBalance = struct(
                REASON.as(lit("balance")),
                FATE.as(lit("balance")),
                ROWS.as(when(arrived, ROWS.col()).otherwise(negate(ROWS.col()))),
                EXACT_VALUE_USD.as(when(arrived, EXACT_VALUE_USD.col()).otherwise(negate(EXACT_VALUE_USD.col()))));
        return fates.select(RELEASE.col(), inline(array(itself, inBalance)))
                .groupBy(RELEASE.col(), REASON.col(), FATE.col())
                .agg(ROWS.as(sum(ROWS.col())), EXACT_VALUE_USD.as(sum(EXACT_VALUE_USD.col())));
    }
}
