package tradelake.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was found when a committed version was read back: its rows, and every rule that some row breaks.
 *
 * @param rows rows looked at
 * @param broken one sentence for each broken rule; empty for a good version
 */
record Audit(long rows, List<String> broken) {

    /**
     * Reads the rows once, for all rules and for the key, which is counted by its hash: as many hashes as rows are as many keys.
     * Only where there are fewer does a second reading tell doubled keys from keys that share a hash.
     */
    static Audit of(Table table, Dataset<Row> committed) {
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
        List<Column> counts = new ArrayList<>(List.of(countDistinct(xxhash64(key))));
        for (Rule rule : table.rules()) counts.add(count_if(not(coalesce(expr(rule.sql()), lit(false)))));
        Row counted =
                committed.agg(count(lit(1)), counts.toArray(Column[]::new)).first();
        long rows = counted.getLong(0);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < table.rules().size(); i++) {
            Rule rule = table.rules().get(i);
            long breaking = counted.getLong(i + 2);
            if (breaking > 0)
                broken.add("%s: %,d rows break the rule %s (%s)".formatted(table, breaking, rule.name(), rule.sql()));
        }
        long doubled = counted.getLong(1) == rows ? 0 : doubledKeys(committed, key);
        if (doubled > 0)
            broken.add("%s: %,d keys (%s) stand in more than one row"
                    .formatted(table, doubled, String.join(", ", table.keyNames())));
        return new Audit(rows, broken);
    }

    private static long doubledKeys(Dataset<Row> committed, Column[] key) {
        return committed
                .groupBy(key)
                .agg(count(lit(1)).as("times"))
                .filter("times > 1")
                .count();
    }

    void require() {
        if (!broken.isEmpty())
            throw new CheckFailed(String.join("; ", broken)
                    + ". Readers still see the run before; see the table's page for its rules.");
    }
}
