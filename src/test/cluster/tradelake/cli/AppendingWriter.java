package tradelake.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** A program of its own that appends to a table once or more, with a session as Tradelake makes it. */
final class AppendingWriter {
    static final int ROWS = 10;

    private AppendingWriter() {}

    /** Arguments: settings of Spark ({@code key=value}), then pairs of a table's address and how many commits it gets. */
    public static void main(String[] args) throws IOException {
        Map<Boolean, List<String>> parts =
                Arrays.stream(args).collect(Collectors.partitioningBy(argument -> argument.contains("=")));
        SparkSession.Builder builder = SparkSession.builder();
        SparkSessions.options(Optional.of("local[1]"), Map.of(), settings(parts.get(true)))
                .forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            List<String> tables = parts.get(false);
            for (int i = 0; i < tables.size(); i += 2)
                append(spark, tables.get(i), Integer.parseInt(tables.get(i + 1)));
        }
    }

    private static Map<String, String> settings(List<String> given) {
        return given.stream()
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static void append(SparkSession spark, String table, int commits) {
        for (int i = 0; i < commits; i++)
            spark.range(0, ROWS, 1, 1).write().format("delta").mode("append").save(table);
    }
}
