package tradelake.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

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

    /** Reads the rows once for all rules, and once for the key. */
    static Audit of(Table table, Dataset<Row> committed) {
        List<Column> counts = new ArrayList<>();
        for (Rule rule : table.rules())
            counts.add(count_if(not(coalesce(expr(rule.sql()), lit(false)))).as(rule.name()));
        Row counted = committed
                .agg(count(lit(1)).as("rows"), counts.toArray(Column[]::new))
                .first();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < table.rules().size(); i++) {
            Rule rule = table.rules().get(i);
            long rows = counted.getLong(i + 1);
            if (rows > 0)
                broken.add("%s: %,d rows break the rule %s (%s)".formatted(table, rows, rule.name(), rule.sql()));
        }
        long doubled = doubledKeys(table, committed);
        if (doubled > 0)
            broken.add("%s: %,d keys (%s) stand in more than one row"
                    .formatted(table, doubled, String.join(", ", table.keyNames())));
        return new Audit(counted.getLong(0), broken);
    }

    private static long doubledKeys(Table table, Dataset<Row> committed) {
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
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
