package tradelake.cli;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import tradelake.lake.BadInput;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.Table;
import tradelake.sources.Releases;

/**
 * What differs between the tables that two runs stand on. Delta keeps the versions of both, so that nothing is computed again;
 * rows are the same where their keys are, and numbers where every digit is.
 */
final class RunDiff {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final int NAMED = 10;

    private final Lake lake;
    private final Catalog catalog;
    private final Manifest before;
    private final Manifest after;

    RunDiff(Lake lake, Catalog catalog, Manifest before, Manifest after) {
        this.lake = lake;
        this.catalog = catalog;
        this.before = before;
        this.after = after;
    }

    /**
     * Of one table, in rows.
     *
     * @param gone rows that the run before has alone
     * @param added rows that the run after has alone
     * @param changed rows that both have, with another value in some column
     * @param columns in which some value differs
     */
    record Difference(Table table, long gone, long added, long changed, List<String> columns) {
        boolean isNone() {
            return gone == 0 && added == 0 && changed == 0;
        }
    }

    /** Settings, the program and whole tables: one sentence each. */
    List<String> circumstances() {
        List<String> said = new ArrayList<>();
        if (!before.code().equals(after.code()))
            said.add("Made by other versions of the program: %s and %s.".formatted(before.code(), after.code()));
        Set<String> keys = new TreeSet<>(before.settings().keySet());
        keys.addAll(after.settings().keySet());
        for (String key : keys) {
            String then = before.settings().getOrDefault(key, ""),
                    now = after.settings().getOrDefault(key, "");
            if (!then.equals(now)) said.add("Setting %s: %s, then %s.".formatted(key, then, now));
        }
        for (Table table : catalog.tables()) {
            if (has(before, table) && !has(after, table)) said.add(table + " is in run " + before.run() + " alone.");
            if (!has(before, table) && has(after, table)) said.add(table + " is in run " + after.run() + " alone.");
        }
        return said;
    }

    /** Files that came, went or count otherwise: these are what moved the numbers. One sentence each, {@link #NAMED} at most. */
    List<String> releases() {
        Table table = Releases.TABLE;
        if (!has(before, table) || !has(after, table)) return List.of();
        List<Field<?>> known = List.of(Releases.PATH, Releases.VERDICT);
        List<Row> moved = sideBySide(table, known)
                .filter(not(isInBoth()).or(differs(Releases.VERDICT)))
                .orderBy(coalesce(value(AFTER, Releases.PATH), value(BEFORE, Releases.PATH)))
                .collectAsList();
        List<String> said = new ArrayList<>(
                moved.stream().limit(NAMED).map(RunDiff::release).toList());
        if (moved.size() > NAMED) said.add("and %,d more files.".formatted(moved.size() - NAMED));
        return said;
    }

    private static String release(Row row) {
        String was = row.getAs(name(BEFORE, Releases.VERDICT)), is = row.getAs(name(AFTER, Releases.VERDICT));
        if (was == null) return "File %s came (%s).".formatted(row.getAs(name(AFTER, Releases.PATH)), is);
        if (is == null) return "File %s is gone (was %s).".formatted(row.getAs(name(BEFORE, Releases.PATH)), was);
        return "File %s: %s, then %s.".formatted(row.getAs(name(AFTER, Releases.PATH)), was, is);
    }

    /** The tables whose content differs, in the order in which they are made. */
    List<Difference> tables() {
        return catalog.tables().stream()
                .filter(table -> has(before, table) && has(after, table))
                .filter(table -> version(before, table) != version(after, table))
                .map(this::difference)
                .filter(difference -> !difference.isNone())
                .toList();
    }

    private Difference difference(Table table) {
        List<Field<?>> measures = measures(table);
        Dataset<Row> both = sideBySide(table, measures);
        Column[] counts = Stream.concat(
                        Stream.of(
                                count_if(col(AFTER).isNull()),
                                count_if(col(BEFORE).isNull()),
                                count_if(isInBoth()
                                        .and(measures.stream()
                                                .map(RunDiff::differs)
                                                .reduce(lit(false), Column::or)))),
                        measures.stream().map(measure -> count_if(isInBoth().and(differs(measure)))))
                .toArray(Column[]::new);
        Row row = both.agg(count(lit(1)), counts).first();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++)
            if (row.getLong(4 + i) > 0) columns.add(measures.get(i).name());
        return new Difference(table, row.getLong(1), row.getLong(2), row.getLong(3), columns);
    }

    /** Every number that differs, with its row's key: {@code before} or {@code after} is null where the row is in one alone. */
    Dataset<Row> numbers(Table table) {
        for (Manifest run : List.of(before, after))
            if (!has(run, table))
                throw new BadInput("Run %s has no %s: choose a table that both runs made.".formatted(run.run(), table));
        List<Field<?>> numbers = measures(table).stream()
                .filter(field -> field.type() instanceof NumericType)
                .toList();
        if (numbers.isEmpty())
            throw new BadInput(
                    "%s has no numbers to compare: leave out --table to see how many rows differ.".formatted(table));
        Column each = array(numbers.stream()
                .map(number -> when(
                        differs(number),
                        struct(
                                lit(number.name()).as("column"),
                                value(BEFORE, number).cast(DataTypes.DoubleType).as(BEFORE),
                                value(AFTER, number).cast(DataTypes.DoubleType).as(AFTER))))
                .toArray(Column[]::new));
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
        Column change = coalesce(col(AFTER), lit(0.0)).minus(coalesce(col(BEFORE), lit(0.0)));
        return sideBySide(table, numbers)
                .select(Stream.concat(Stream.of(key), Stream.of(inline(array_compact(each))))
                        .toArray(Column[]::new))
                .withColumn("change", change)
                .orderBy(Stream.concat(
                                Stream.of(col("column"), abs(col("change")).desc()), Stream.of(key))
                        .toArray(Column[]::new));
    }

    /** Each row once, with the measures of both runs; where it is in one alone, the other's mark is null. */
    private Dataset<Row> sideBySide(Table table, List<Field<?>> measures) {
        return rows(before, BEFORE, table, measures)
                .join(rows(after, AFTER, table, measures), table.keyNames(), "full_outer");
    }

    private Dataset<Row> rows(Manifest run, String side, Table table, List<Field<?>> measures) {
        Stream<Column> mine = Stream.of(
                        table.key().stream().map(Field::col),
                        measures.stream().map(measure -> measure.col().as(name(side, measure))),
                        Stream.of(lit(true).as(side)))
                .flatMap(columns -> columns);
        return lake.read(table, version(run, table)).select(mine.toArray(Column[]::new));
    }

    /** The measures that both versions have: an earlier version of the program may have made fewer. */
    private List<Field<?>> measures(Table table) {
        Set<String> shared = new HashSet<>(columns(before, table));
        shared.retainAll(columns(after, table));
        if (!shared.containsAll(List.of(table.keyNames())))
            throw new BadInput("%s had another key in one of the runs %s and %s, so their rows cannot be compared."
                    .formatted(table, before.run(), after.run()));
        return table.measures().stream()
                .filter(measure -> shared.contains(measure.name()))
                .toList();
    }

    private List<String> columns(Manifest run, Table table) {
        return List.of(lake.read(table, version(run, table)).columns());
    }

    private static Column isInBoth() {
        return col(BEFORE).isNotNull().and(col(AFTER).isNotNull());
    }

    private static Column differs(Field<?> measure) {
        return not(value(BEFORE, measure).eqNullSafe(value(AFTER, measure)));
    }

    private static Column value(String side, Field<?> measure) {
        return col(name(side, measure));
    }

    private static String name(String side, Field<?> measure) {
        return side + "_" + measure.name();
    }

    private static boolean has(Manifest run, Table table) {
        return run.tables().containsKey(table.name());
    }

    private static long version(Manifest run, Table table) {
        return run.tables().get(table.name()).version();
    }
}
