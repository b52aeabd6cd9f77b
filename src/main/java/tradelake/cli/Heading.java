package tradelake.cli;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * The head of one column of an answer.
 *
 * @param number whether its cells are numbers
 */
record Heading(String name, boolean number) {
    static Heading text(String name) {
        return new Heading(name, false);
    }

    static Heading number(String name) {
        return new Heading(name, true);
    }

    static List<Heading> of(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> new Heading(field.name(), field.dataType() instanceof NumericType))
                .toList();
    }
}
