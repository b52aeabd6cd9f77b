package tradelake.sources.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import tradelake.sources.ApiField;

/** A Parquet table of the API's 47 columns. */
final class ApiParquetFile implements RowSink, Closeable {
    private static final MessageType SCHEMA = schema();

    private final ApiCells cells;
    private final SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
    private final ParquetWriter<Group> writer;
    private Head head;

    ApiParquetFile(Path file, ApiCells cells) throws IOException {
        this.cells = cells;
        Files.createDirectories(file.getParent());
        this.writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (ApiField field : ApiField.values()) {
            switch (field.type()) {
                case INT -> schema.optional(PrimitiveTypeName.INT64).named(field.apiName());
                case DOUBLE -> schema.optional(PrimitiveTypeName.DOUBLE).named(field.apiName());
                case BOOLEAN -> schema.optional(PrimitiveTypeName.BOOLEAN).named(field.apiName());
                case STRING ->
                    schema.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(field.apiName());
            }
        }
        return schema.named("comtrade");
    }

    @Override
    public void begin(Head head) {
        this.head = head;
    }

    @Override
    public void row(Row row) throws IOException {
        Group group = groups.newGroup();
        for (ApiField field : ApiField.values()) {
            Object cell = cells.of(field, head, row);
            if (cell instanceof String text) group.add(field.ordinal(), text);
            else if (cell instanceof Long number) group.add(field.ordinal(), number);
            else if (cell instanceof Double number) group.add(field.ordinal(), number);
            else if (cell instanceof Boolean flag) group.add(field.ordinal(), flag);
        }
        writer.write(group);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
