package tradelake.lake;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;

/**
 * Test rows drawn as a text table: a header of column names, then one line a row, columns parted by blanks, {@code -} for
 * null, {@code ~} for a blank inside a text, {@code |} between the texts of an array. The types come from the table's declaration; columns left out are null, or
 * nought or false or the empty text where the declaration allows no null.
 */
public final class Drawn {
    private Drawn() {}

    public static Dataset<Row> rows(Table table, String drawing) {
        return TestSession.get().createDataFrame(list(table, drawing), table.schema());
    }

    public static List<Row> list(Table table, String drawing) {
        List<String[]> lines = drawing.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .toList();
        List<String> header = Arrays.asList(lines.get(0));
        List<String> known = table.fields().stream().map(Field::name).toList();
        for (String name : header)
            if (!known.contains(name)) throw new IllegalArgumentException(table + " has no column " + name);
        List<Row> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            if (line.length != header.size())
                throw new IllegalArgumentException("Not as wide as its header: " + String.join(" ", line));
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < line.length; i++) cells.put(header.get(i), line[i]);
            rows.add(RowFactory.create(table.fields().stream()
                    .map(field -> value(field, cells.get(field.name())))
                    .toArray()));
        }
        return rows;
    }

    private static Object value(Field<?> field, String cell) {
        if (cell == null && !field.nullable()) return zero(field.type());
        if (cell == null || cell.equals("-")) return null;
        DataType type = field.type();
        if (type instanceof IntegerType) return Integer.valueOf(cell);
        if (type instanceof LongType) return Long.valueOf(cell);
        if (type instanceof DoubleType) return Double.valueOf(cell);
        if (type instanceof BooleanType) return Boolean.valueOf(cell);
        if (type instanceof DateType) return Date.valueOf(cell);
        if (type instanceof DecimalType) return new BigDecimal(cell);
        if (type instanceof ArrayType) return List.of(cell.split("\\|"));
        return cell.replace('~', ' ');
    }

    private static Object zero(DataType type) {
        if (type instanceof IntegerType) return 0;
        if (type instanceof LongType) return 0L;
        if (type instanceof DoubleType) return 0.0;
        if (type instanceof BooleanType) return false;
        if (type instanceof DateType) return Date.valueOf("1970-01-01");
        if (type instanceof DecimalType) return BigDecimal.ZERO;
        if (type instanceof ArrayType) return List.of();
        return "";
    }
}
