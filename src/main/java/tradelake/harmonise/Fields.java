package tradelake.harmonise;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import tradelake.lake.Field;

/** Several fields at once, as Spark asks for them. */
public final class Fields {
    /** All columns that there are, in a selection of more. */
    public static final Column ALL = functions.col("*");

    private Fields() {}

    /** To group, select or repartition by. */
    public static Column[] columns(Field<?>... fields) {
        return Stream.of(fields).map(Field::col).toArray(Column[]::new);
    }

    /** To join on, where both sides call them the same. */
    public static String[] names(Field<?>... fields) {
        return Stream.of(fields).map(Field::name).toArray(String[]::new);
    }

    /** Of small rows made on the driver that are no table's. */
    public static StructType schema(Field<?>... fields) {
        StructType schema = new StructType();
        for (Field<?> field : fields) schema = schema.add(field.name(), field.type(), field.nullable());
        return schema;
    }
}
