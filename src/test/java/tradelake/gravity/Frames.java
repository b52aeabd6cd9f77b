package tradelake.gravity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Frames made from frames. */
final class Frames {
    private Frames() {}

    static Frame with(Frame frame, String name, IntToDoubleFunction value) {
        Map<String, Variable> columns = new LinkedHashMap<>(frame.columns());
        columns.put(
                name,
                new Variable.Numbers(
                        IntStream.range(0, frame.rows()).mapToDouble(value).toArray()));
        return new Frame(frame.rows(), columns);
    }

    static Frame where(Frame frame, IntPredicate row) {
        return take(frame, Rows.where(frame.rows(), row));
    }

    static Frame take(Frame frame, int[] rows) {
        Map<String, Variable> columns = new LinkedHashMap<>();
        frame.columns().forEach((name, variable) -> columns.put(name, take(variable, rows)));
        return new Frame(rows.length, columns);
    }

    private static Variable take(Variable variable, int[] rows) {
        if (variable instanceof Variable.Numbers numbers)
            return new Variable.Numbers(Rows.take(numbers.values(), rows));
        return variable.factor().take(rows);
    }

    static String text(Frame frame, String column, int row) {
        Factor factor = frame.factor(column);
        return factor.levels().name(factor.codes()[row]);
    }

    static boolean same(Frame frame, String a, String b, int row) {
        return text(frame, a, row).equals(text(frame, b, row));
    }

    static Frame drawn(String table) {
        String[][] lines =
                table.strip().lines().map(line -> line.strip().split("\\s+")).toArray(String[][]::new);
        Map<String, Variable> columns = new LinkedHashMap<>();
        for (int c = 0; c < lines[0].length; c++) {
            int column = c;
            var cells = Arrays.stream(lines).skip(1).map(line -> line[column]).toList();
            boolean numeric = cells.stream().allMatch(cell -> cell.matches("[-\\d.]+"));
            columns.put(
                    lines[0][c],
                    numeric
                            ? new Variable.Numbers(cells.stream()
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())
                            : Factor.of(cells));
        }
        return new Frame(lines.length - 1, columns);
    }
}
