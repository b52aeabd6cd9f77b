package tradelake.tariffs.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A flat Parquet file, read row by row without Spark. */
final class ParquetColumns implements AutoCloseable {
    private final List<String> names;
    private final ParquetReader<Group> reader;
    private Group row;

    private ParquetColumns(List<String> names, ParquetReader<Group> reader) {
        this.names = names;
        this.reader = reader;
    }

    static ParquetColumns open(Path file) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
            List<String> names = footer.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
            return new ParquetColumns(
                    names, ParquetReader.builder(new GroupReadSupport(), path).build());
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    List<String> names() {
        return names;
    }

    /** Moves to the next row, if there is one. */
    boolean next() throws IOException {
        row = reader.read();
        return row != null;
    }

    String text(String column) {
        return row.getFieldRepetitionCount(column) == 0 ? "" : row.getString(column, 0);
    }

    /** Nought where there is none. */
    double number(String column) {
        if (row.getFieldRepetitionCount(column) == 0) return 0;
        PrimitiveTypeName type = row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName();
        return switch (type) {
            case DOUBLE -> row.getDouble(column, 0);
            case FLOAT -> row.getFloat(column, 0);
            case INT64 -> row.getLong(column, 0);
            case INT32 -> row.getInteger(column, 0);
            default -> Double.parseDouble(row.getValueToString(row.getType().getFieldIndex(column), 0));
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
