package tradelake.sources;

import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Some columns of {@link ComtradeRows} for a few thousand rows at a time, in memory that is used again for the next ones. */
final class BatchColumns implements AutoCloseable {
    private static final int ROWS = 4096;

    private final WritableColumnVector[] vectors;
    private final Filler[] fillers;
    private final ColumnarBatch batch;
    private int rows;

    /** Fills one cell of a column. */
    @FunctionalInterface
    private interface Filler {
        void fill(ReleaseReading file, RowCursor cursor, WritableColumnVector column, int row);
    }

    BatchColumns(StructType columns) {
        vectors = OnHeapColumnVector.allocateColumns(ROWS, columns);
        fillers = new Filler[vectors.length];
        for (int i = 0; i < fillers.length; i++) fillers[i] = filler(columns.fieldNames()[i]);
        batch = new ColumnarBatch(vectors.clone());
    }

    /** Forgets the rows of the last batch. */
    void begin() {
        for (WritableColumnVector vector : vectors) vector.reset();
        rows = 0;
    }

    boolean isFull() {
        return rows == ROWS;
    }

    boolean hasRows() {
        return rows > 0;
    }

    /** Adds the row at hand. */
    void add(ReleaseReading file) {
        RowCursor cursor = file.cursor();
        for (int i = 0; i < fillers.length; i++) fillers[i].fill(file, cursor, vectors[i], rows);
        rows++;
    }

    /** The rows added, valid until the next begin. */
    ColumnarBatch batch() {
        batch.setNumRows(rows);
        return batch;
    }

    private static Filler filler(String column) {
        return switch (column) {
            case ComtradeRows.RELEASE -> (file, cursor, vector, row) -> put(vector, row, file.release());
            case ComtradeRows.LINE -> (file, cursor, vector, row) -> vector.putLong(row, file.line());
            case ComtradeRows.PROBLEM -> problem(Problem::reason);
            case ComtradeRows.PROBLEM_MESSAGE -> problem(Problem::message);
            case ComtradeRows.RAW -> problem(problem -> problem.raw().text());
            case ComtradeRows.RAW_SHA256 -> problem(problem -> problem.raw().sha256());
            case ComtradeRows.RAW_LENGTH ->
                (file, cursor, vector, row) -> {
                    if (cursor.usable()) vector.putNull(row);
                    else
                        vector.putLong(row, cursor.problem().orElseThrow().raw().length());
                };
            default -> field(ApiField.named(column).orElseThrow());
        };
    }

    private static Filler problem(Function<Problem, String> part) {
        return (file, cursor, vector, row) -> {
            if (cursor.usable()) vector.putNull(row);
            else
                put(
                        vector,
                        row,
                        UTF8String.fromString(part.apply(cursor.problem().orElseThrow())));
        };
    }

    private static Filler field(ApiField field) {
        return switch (field.type()) {
            case INT ->
                (file, cursor, vector, row) -> {
                    int number = cursor.intOf(field);
                    if (number == RowCursor.NO_INT) vector.putNull(row);
                    else vector.putInt(row, number);
                };
            case DOUBLE ->
                (file, cursor, vector, row) -> {
                    double number = cursor.doubleOf(field);
                    if (Double.isNaN(number)) vector.putNull(row);
                    else vector.putDouble(row, number);
                };
            case BOOLEAN ->
                (file, cursor, vector, row) -> {
                    Optional<Boolean> flag = cursor.booleanOf(field);
                    if (flag.isEmpty()) vector.putNull(row);
                    else vector.putBoolean(row, flag.get());
                };
            case STRING ->
                (file, cursor, vector, row) -> {
                    UTF8String text = cursor.utf8Of(field);
                    if (text.numBytes() == 0) vector.putNull(row);
                    else put(vector, row, text);
                };
        };
    }

    private static void put(WritableColumnVector vector, int row, UTF8String text) {
        byte[] bytes = text.getBytes();
        vector.putByteArray(row, bytes, 0, bytes.length);
    }

    @Override
    public void close() {
        for (ColumnVector vector : vectors) vector.close();
    }
}
