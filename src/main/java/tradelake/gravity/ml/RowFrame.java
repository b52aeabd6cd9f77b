package tradelake.gravity.ml;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.Frame;
import tradelake.gravity.TextColumn;
import tradelake.gravity.Variable;
import tradelake.lake.BadInput;

/** Rows of Spark as columns: numbers and booleans as numbers, anything else as text, null as missing. */
public final class RowFrame {
    private RowFrame() {}

    /** Brings columns to this machine, row by row. */
    public static Frame of(Dataset<Row> data, Set<String> columns) {
        Dataset<Row> chosen = choose(data, columns);
        return of(chosen.toLocalIterator(), chosen.schema(), columns);
    }

    static Dataset<Row> choose(Dataset<Row> data, Set<String> columns) {
        return data.select(
                columns.stream().map(name -> existing(data.schema(), name)).toArray(Column[]::new));
    }

    private static Column existing(StructType schema, String name) {
        if (!List.of(schema.fieldNames()).contains(name))
            throw new BadInput("There is no column '%s': the data have %s."
                    .formatted(name, String.join(", ", schema.fieldNames())));
        String quoted = "`" + name + "`";
        return functions.col(quoted);
    }

    static Frame of(Iterator<Row> rows, StructType schema, Set<String> columns) {
        List<Cells> cells = columns.stream()
                .map(name -> new Cells(name, schema.fieldIndex(name), schema.apply(name)))
                .toList();
        int count = 0;
        for (; rows.hasNext(); count++) {
            Row row = rows.next();
            cells.forEach(column -> column.add(row));
        }
        Map<String, Variable> variables = new LinkedHashMap<>();
        cells.forEach(column -> variables.put(column.name, column.variable()));
        return new Frame(count, variables);
    }

    /** One column as it grows. */
    private static final class Cells {
        private final String name;
        private final int place;
        private final boolean numeric;
        private final TextColumn texts = new TextColumn();
        private double[] numbers = new double[16];
        private int size = 0;

        Cells(String name, int place, StructField field) {
            this.name = name;
            this.place = place;
            this.numeric = field.dataType() instanceof NumericType || field.dataType() instanceof BooleanType;
        }

        void add(Row row) {
            Object value = row.get(place);
            if (!numeric) {
                texts.add(value == null ? "" : value.toString());
                return;
            }
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
            numbers[size++] = number(value);
        }

        private static double number(Object value) {
            if (value == null) return Double.NaN;
            if (value instanceof Boolean flag) return flag ? 1 : 0;
            return ((Number) value).doubleValue();
        }

        Variable variable() {
            return numeric ? new Variable.Numbers(Arrays.copyOf(numbers, size)) : texts.factor();
        }
    }
}
