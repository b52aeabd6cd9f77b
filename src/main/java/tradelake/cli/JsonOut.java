package tradelake.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes rows as a JSON array of objects, one a line. What JSON cannot say (NaN, infinity) is null. */
final class JsonOut implements RowsOut {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final PrintWriter out;

    /** Rows are the only array that is ever written. */
    private static final class OneLineARow extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }

        @Override
        public void writeEndArray(JsonGenerator json, int rows) throws IOException {
            json.writeRaw(rows == 0 ? "]" : "\n]");
        }
    }

    JsonOut(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(List<Heading> headings, Iterable<Object[]> rows) {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new OneLineARow());
            json.writeStartArray();
            for (Object[] row : rows) object(json, headings, row);
            json.writeEndArray();
            json.flush();
            out.print("\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the answer", e);
        }
    }

    private static void object(JsonGenerator json, List<Heading> headings, Object[] row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            json.writeFieldName(headings.get(i).name());
            value(json, row[i]);
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) json.writeNull();
        else if (value instanceof Boolean flag) json.writeBoolean(flag);
        else if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte)
            json.writeNumber(((Number) value).longValue());
        else if (value instanceof BigDecimal decimal) json.writeNumber(decimal);
        else if (value instanceof Double || value instanceof Float) number(json, value);
        else json.writeString(Cell.exact(value));
    }

    private static void number(JsonGenerator json, Object value) throws IOException {
        if (Double.isFinite(((Number) value).doubleValue())) json.writeNumber(Cell.exact(value));
        else json.writeNull();
    }
}
