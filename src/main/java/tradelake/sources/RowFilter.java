package tradelake.sources;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Not;

/**
 * Conditions of a query on codes and whole numbers, tested on a row before any other field of it is looked at. As in SQL, a
 * condition on a field that is empty or cannot be read does not hold.
 */
final class RowFilter {
    private final Predicate<RowCursor>[] tests;

    private RowFilter(Predicate<RowCursor>[] tests) {
        this.tests = tests;
    }

    /** Of filters each of which {@link #understands}. */
    static RowFilter of(List<Filter> filters) {
        Set<String> compared = filters.stream()
                .filter(filter -> !(filter instanceof IsNotNull))
                .flatMap(filter -> Arrays.stream(filter.references()))
                .collect(Collectors.toSet());
        // Spark says of every column that it is there, and a comparison says so again.
        Predicate<RowCursor>[] tests = filters.stream()
                .filter(filter -> !(filter instanceof IsNotNull there && compared.contains(there.attribute())))
                .map(filter -> test(filter).orElseThrow())
                .toArray(Predicate[]::new);
        return new RowFilter(tests);
    }

    /** Whether the filter can be tested here to the same effect as in Spark. */
    static boolean understands(Filter filter) {
        return test(filter).isPresent();
    }

    boolean test(RowCursor row) {
        for (Predicate<RowCursor> test : tests) if (!test.test(row)) return false;
        return true;
    }

    private static Optional<Predicate<RowCursor>> test(Filter filter) {
        if (filter instanceof And both)
            return test(both.left()).flatMap(left -> test(both.right()).map(left::and));
        if (filter instanceof EqualTo equal) return oneOf(equal.attribute(), false, equal.value());
        if (filter instanceof In in) return oneOf(in.attribute(), false, in.values());
        if (filter instanceof Not not && not.child() instanceof EqualTo equal)
            return oneOf(equal.attribute(), true, equal.value());
        if (filter instanceof Not not && not.child() instanceof In in) return oneOf(in.attribute(), true, in.values());
        if (filter instanceof IsNotNull there) return present(there.attribute());
        if (filter instanceof GreaterThan than)
            return number(than.attribute(), than.value(), bound -> number -> number > bound);
        if (filter instanceof GreaterThanOrEqual than)
            return number(than.attribute(), than.value(), bound -> number -> number >= bound);
        if (filter instanceof LessThan than)
            return number(than.attribute(), than.value(), bound -> number -> number < bound);
        if (filter instanceof LessThanOrEqual than)
            return number(than.attribute(), than.value(), bound -> number -> number <= bound);
        return Optional.empty();
    }

    private static Optional<Predicate<RowCursor>> oneOf(String column, boolean none, Object... values) {
        Optional<ApiField> named = field(column);
        if (named.isEmpty()) return Optional.empty();
        ApiField field = named.get();
        if (field.type() == ApiField.Type.INT && Arrays.stream(values).allMatch(Integer.class::isInstance)) {
            int[] numbers = Arrays.stream(values).mapToInt(Integer.class::cast).toArray();
            return Optional.of(row -> holds(row.intOf(field), numbers, none));
        }
        if (field.type() == ApiField.Type.STRING && Arrays.stream(values).allMatch(RowFilter::isCode)) {
            long[] codes = Arrays.stream(values)
                    .mapToLong(code -> Slice.packed((String) code))
                    .toArray();
            return Optional.of(row -> holds(row.packedOf(field), codes, none));
        }
        return Optional.empty();
    }

    /** A text that packs into a number, and that blanks around it do not change. */
    private static boolean isCode(Object value) {
        return value instanceof String text && text.matches("[0-9A-Za-z]{1,8}");
    }

    private static boolean holds(int number, int[] numbers, boolean none) {
        if (number == RowCursor.NO_INT) return false;
        for (int one : numbers) if (one == number) return !none;
        return none;
    }

    private static boolean holds(long code, long[] codes, boolean none) {
        if (code == 0) return false;
        for (long one : codes) if (one == code) return !none;
        return none;
    }

    private static Optional<Predicate<RowCursor>> present(String column) {
        return field(column).map(field -> switch (field.type()) {
            case INT -> row -> row.intOf(field) != RowCursor.NO_INT;
            case DOUBLE -> row -> !Double.isNaN(row.doubleOf(field));
            case BOOLEAN -> row -> row.booleanOf(field).isPresent();
            case STRING -> row -> row.packedOf(field) != 0;
        });
    }

    private interface Bounded {
        IntPredicate by(int bound);
    }

    private static Optional<Predicate<RowCursor>> number(String column, Object value, Bounded condition) {
        if (!(value instanceof Integer bound)) return Optional.empty();
        IntPredicate test = condition.by(bound);
        return field(column).filter(field -> field.type() == ApiField.Type.INT).map(field -> row -> {
            int number = row.intOf(field);
            return number != RowCursor.NO_INT && test.test(number);
        });
    }

    /** Columns that are no field of the API, as the release or the line, are left to Spark. */
    private static Optional<ApiField> field(String column) {
        return ApiField.named(column).filter(field -> field.apiName().equals(column));
    }
}
