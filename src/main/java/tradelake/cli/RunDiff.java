package tradelake.cli;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import tradelake.harmonise.Fields;
import tradelake.lake.BadInput;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.Table;
import tradelake.lake.Text;
import tradelake.sources.Releases;

/**
 * What differs between the tables that two runs stand on. Delta keeps the versions of both, until `maintain` deletes them, so
 * nothing is computed again; rows are the same where their keys are, and numbers where every digit is.
 */
final class RunDiff {
    static final Field<String> COLUMN = Field.code("column", Text.of("The column that differs", "有差异的列"));
    static final Field<Double> BEFORE = Field.measure(
                    "before", "", Text.of("Null where there is no number or no row", "无数或无此行则为空"))
            .orNull();
    static final Field<Double> AFTER = BEFORE.named("after", BEFORE.meaning());
    static final Field<Double> CHANGE =
            BEFORE.named("change", Text.of("after - before, null where either is", "after − before；缺一则为空"));

    private static final Field<Boolean> IN_BEFORE =
            Field.flag("in_before", Text.of("The run before has the row", "前次运行有此行"));
    private static final Field<Boolean> IN_AFTER =
            Field.flag("in_after", Text.of("The run after has the row", "后次运行有此行"));
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

    /** What must be said over the answer: labels of either run. */
    List<String> labels() {
        return Stream.concat(before.labels().stream(), after.labels().stream())
                .distinct()
                .toList();
    }

    /** The program, the settings, and tables that cannot be compared: one sentence each. */
    List<String> circumstances() {
        List<String> said = new ArrayList<>();
        if (!before.code().equals(after.code()))
            said.add("Made by other versions of the program: %s and %s.".formatted(before.code(), after.code()));
        for (String key : inEither(Manifest::settings)) {
            String then = before.settings().getOrDefault(key, "not set");
            String now = after.settings().getOrDefault(key, "not set");
            if (!then.equals(now)) said.add("Setting %s: %s, then %s.".formatted(key, then, now));
        }
        for (String table : inEither(Manifest::tables)) {
            if (!after.tables().containsKey(table)) said.add("%s is in run %s alone.".formatted(table, before.run()));
            if (!before.tables().containsKey(table)) said.add("%s is in run %s alone.".formatted(table, after.run()));
        }
        for (Table table : changed()) {
            Set<String> alone = new TreeSet<>(types(before, table).keySet());
            alone.addAll(types(after, table).keySet());
            shared(table).forEach(column -> alone.remove(column));
            if (!alone.isEmpty())
                said.add("%s was declared otherwise: not compared are %s.".formatted(table, String.join(", ", alone)));
            if (!isComparable(table)) said.add("%s had another key: its rows are not compared.".formatted(table));
        }
        return said;
    }

    private <T> Set<String> inEither(Function<Manifest, Map<String, T>> part) {
        Set<String> names = new TreeSet<>(part.apply(before).keySet());
        names.addAll(part.apply(after).keySet());
        return names;
    }

    /** Files that came, went or count otherwise: these are what moved the numbers. One sentence each, {@link #NAMED} at most. */
    List<String> releases() {
        Table table = Releases.TABLE;
        if (!changed().contains(table) || !isComparable(table)) return List.of();
        List<Row> moved = sideBySide(table, List.of(Releases.PATH, Releases.VERDICT))
                .filter(not(isInBoth()).or(differs(Releases.VERDICT)))
                .orderBy(coalesce(now(Releases.PATH).col(), then(Releases.PATH).col()))
                .collectAsList();
        List<String> said = new ArrayList<>(
                moved.stream().limit(NAMED).map(RunDiff::release).toList());
        if (moved.size() > NAMED) said.add("and %,d more files.".formatted(moved.size() - NAMED));
        return said;
    }

    private static String release(Row row) {
        String was = then(Releases.VERDICT).in(row), is = now(Releases.VERDICT).in(row);
        if (was == null)
            return "File %s came (%s).".formatted(now(Releases.PATH).in(row), is);
        if (is == null)
            return "File %s is gone (was %s).".formatted(then(Releases.PATH).in(row), was);
        return "File %s: %s, then %s.".formatted(now(Releases.PATH).in(row), was, is);
    }

    /** The tables whose content differs, in the order in which they are made. */
    List<Difference> tables() {
        return changed().stream()
                .filter(this::isComparable)
                .map(this::difference)
                .filter(difference -> !difference.isNone())
                .toList();
    }

    private Difference difference(Table table) {
        List<Field<?>> measures = measures(table);
        Column someDiffers = measures.stream().map(RunDiff::differs).reduce(lit(false), Column::or);
        Column[] counts = Stream.concat(
                        Stream.of(
                                count_if(IN_AFTER.col().isNull()),
                                count_if(IN_BEFORE.col().isNull()),
                                count_if(isInBoth().and(someDiffers))),
                        measures.stream().map(measure -> count_if(isInBoth().and(differs(measure)))))
                .toArray(Column[]::new);
        Row row = sideBySide(table, measures).agg(count(lit(1)), counts).first();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++)
            if (row.getLong(4 + i) > 0) columns.add(measures.get(i).name());
        return new Difference(table, row.getLong(1), row.getLong(2), row.getLong(3), columns);
    }

    /** Every number that differs, with its row's key, the greatest change of each column first. */
    Dataset<Row> numbers(Table table) {
        for (Manifest run : List.of(before, after))
            if (!run.tables().containsKey(table.name()))
                throw new BadInput("Run %s has no %s: choose a table that both runs made.".formatted(run.run(), table));
        if (!isComparable(table))
            throw new BadInput("%s had another key in one of the runs %s and %s, so their rows cannot be compared."
                    .formatted(table, before.run(), after.run()));
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
                                COLUMN.as(number.name()),
                                BEFORE.as(then(number).col()),
                                AFTER.as(now(number).col()))))
                .toArray(Column[]::new));
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
        return sideBySide(table, numbers)
                .select(Stream.concat(Stream.of(key), Stream.of(inline(array_compact(each))))
                        .toArray(Column[]::new))
                .select(Fields.ALL, CHANGE.as(AFTER.col().minus(BEFORE.col())))
                .orderBy(Stream.concat(Stream.of(COLUMN.col(), abs(CHANGE.col()).desc()), Stream.of(key))
                        .toArray(Column[]::new));
    }

    /** Tables that both runs have, at different versions. */
    private List<Table> changed() {
        return catalog.tables().stream()
                .filter(table -> before.tables().containsKey(table.name()))
                .filter(table -> after.tables().containsKey(table.name()))
                .filter(table -> !state(before, table).isTheSameAs(state(after, table)))
                .toList();
    }

    /** Each row once, with the measures of both runs; where it is in one alone, the other's mark is null. */
    private Dataset<Row> sideBySide(Table table, List<Field<?>> measures) {
        return rows(before, IN_BEFORE, RunDiff::then, table, measures)
                .join(rows(after, IN_AFTER, RunDiff::now, table, measures), table.keyNames(), "full_outer");
    }

    private Dataset<Row> rows(
            Manifest run,
            Field<Boolean> mark,
            Function<Field<?>, Field<?>> side,
            Table table,
            List<Field<?>> measures) {
        Stream<Column> columns = Stream.of(
                        table.key().stream().map(Field::col),
                        measures.stream().map(measure -> side.apply(measure).as(measure.col())),
                        Stream.of(mark.as(true)))
                .flatMap(some -> some);
        return read(run, table).select(columns.toArray(Column[]::new));
    }

    /** Measures that both versions have, of one type: an earlier version of the program may have declared others. */
    private List<Field<?>> measures(Table table) {
        Set<String> shared = shared(table);
        return table.measures().stream()
                .filter(measure -> shared.contains(measure.name()))
                .toList();
    }

    private boolean isComparable(Table table) {
        return shared(table).containsAll(List.of(table.keyNames()));
    }

    private Set<String> shared(Table table) {
        Map<String, DataType> now = types(after, table);
        return types(before, table).entrySet().stream()
                .filter(column -> column.getValue().equals(now.get(column.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, DataType> types(Manifest run, Table table) {
        return Stream.of(read(run, table).schema().fields())
                .collect(Collectors.toMap(StructField::name, StructField::dataType));
    }

    /** Throws {@link BadInput} where the version is no longer in the table's log. */
    private Dataset<Row> read(Manifest run, Table table) {
        try {
            return lake.read(table, state(run, table));
        } catch (Exception e) {
            throw new BadInput(
                    "Run %s stood on version %d of %s, which the lake no longer has: compare runs that are newer."
                            .formatted(run.run(), state(run, table).version(), table),
                    e);
        }
    }

    private static Column isInBoth() {
        return IN_BEFORE.col().isNotNull().and(IN_AFTER.col().isNotNull());
    }

    private static Column differs(Field<?> measure) {
        return not(then(measure).col().eqNullSafe(now(measure).col()));
    }

    private static <T> Field<T> then(Field<T> measure) {
        return measure.named("before_" + measure.name(), measure.meaning());
    }

    private static <T> Field<T> now(Field<T> measure) {
        return measure.named("after_" + measure.name(), measure.meaning());
    }

    private static Manifest.TableState state(Manifest run, Table table) {
        return run.tables().get(table.name());
    }
}
