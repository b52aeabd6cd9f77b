package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The formats in which a drawn table, its columns named as by the API, can be had. */
enum DrawnFormat {
    BULK(table -> Drawn.bulk(table).getBytes(UTF_8)),
    LEGACY_CSV(table -> Drawn.legacy35(table).getBytes(UTF_8)),
    API_CSV(table -> csv(table, ApiField::apiName).getBytes(UTF_8)),
    SNAKE_CASE_CSV(table -> csv(table, DrawnFormat::snakeCase).getBytes(UTF_8)),
    TSV(table -> Drawn.tsv(table).getBytes(UTF_8)),
    JSON(table -> json(table).getBytes(UTF_8)),
    PARQUET(DrawnFormat::parquet);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Function<String, byte[]> file;

    DrawnFormat(Function<String, byte[]> file) {
        this.file = file;
    }

    byte[] of(String table) {
        return file.apply(table);
    }

    /** Whether rows keep what the columns of the legacy layout do not have. */
    boolean isOfTheApi() {
        return this != LEGACY_CSV;
    }

    boolean isText() {
        return this != JSON && this != PARQUET;
    }

    private static String csv(String table, Function<ApiField, String> name) {
        String header = Arrays.stream(ApiField.values()).map(name).collect(joining(","));
        return header + "\n"
                + Drawn.apiRows(table).stream()
                        .map(row -> Arrays.stream(ApiField.values())
                                        .map(field -> row.getOrDefault(field.apiName(), ""))
                                        .map(DrawnFormat::quoted)
                                        .collect(joining(","))
                                + ",\n")
                        .collect(joining());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String snakeCase(ApiField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static String json(String table) {
        List<Map<String, Object>> rows =
                Drawn.apiRows(table).stream().map(DrawnFormat::typed).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("elapsedTime", "0.1 secs");
        answer.put("count", rows.size());
        answer.put("data", rows);
        answer.put("error", "");
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> typed(Map<String, String> row) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (ApiField field : ApiField.values())
            typed.put(field.apiName(), typed(field, row.getOrDefault(field.apiName(), "")));
        return typed;
    }

    /** Text that is not of the field's type stays text. */
    private static Object typed(ApiField field, String text) {
        if (text.isEmpty()) return null;
        try {
            return switch (field.type()) {
                case INT -> Integer.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case STRING -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Whole numbers are kept as decimal ones, as programs do with columns that have gaps. */
    private static byte[] parquet(String table) {
        List<Map<String, Object>> rows =
                Drawn.apiRows(table).stream().map(DrawnFormat::typed).toList();
        try {
            Path file = Files.createTempDirectory("drawn").resolve("drawn.parquet");
            MessageType schema = schema(rows);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withType(schema)
                    .build()) {
                for (Map<String, Object> row : rows) writer.write(group(schema, row));
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(file.getParent());
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageType schema(List<Map<String, Object>> rows) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (ApiField field : ApiField.values()) {
            boolean isText = field.type() == ApiField.Type.STRING
                    || rows.stream().anyMatch(row -> row.get(field.apiName()) instanceof String);
            if (isText)
                schema.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.apiName());
            else
                schema.optional(
                                field.type() == ApiField.Type.BOOLEAN
                                        ? PrimitiveTypeName.BOOLEAN
                                        : PrimitiveTypeName.DOUBLE)
                        .named(field.apiName());
        }
        return schema.named("drawn");
    }

    private static Group group(MessageType schema, Map<String, Object> row) {
        Group group = new SimpleGroup(schema);
        row.forEach((name, value) -> {
            if (value == null) return;
            switch (schema.getType(name).asPrimitiveType().getPrimitiveTypeName()) {
                case BOOLEAN -> group.add(name, (Boolean) value);
                case DOUBLE -> group.add(name, ((Number) value).doubleValue());
                default -> group.add(name, value.toString());
            }
        });
        return group;
    }

    /** An archive with these files: name, content, name, content. */
    static byte[] zip(Object... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) files[i]));
                zip.write((byte[]) files[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
