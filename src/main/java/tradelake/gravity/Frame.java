package tradelake.gravity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tradelake.lake.BadInput;

/**
 * Columns of equal length, by name.
 *
 * @param rows how many
 */
public record Frame(int rows, Map<String, Variable> columns) {
    public Frame {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    boolean isNumeric(String column) {
        return variable(column) instanceof Variable.Numbers;
    }

    /** A column of numbers, as it is: do not write into it. */
    double[] numbers(String column) {
        if (variable(column) instanceof Variable.Numbers numbers) return numbers.values();
        throw new BadInput("Column '%s' holds texts such as '%s' where numbers are needed: mend it, or name another."
                .formatted(column, factor(column).levels().name(0)));
    }

    Factor factor(String column) {
        return variable(column).factor();
    }

    private Variable variable(String column) {
        Variable variable = columns.get(column);
        if (variable == null)
            throw new BadInput("There is no column '%s': the data have %s."
                    .formatted(column, String.join(", ", columns.keySet())));
        return variable;
    }
}
