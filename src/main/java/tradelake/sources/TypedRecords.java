package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records whose fields come with types, as in JSON and Parquet: one column for each API field, made text when it is asked
 * for. A whole number kept as a decimal one, as programs do with columns that have gaps, is a whole number again.
 */
abstract class TypedRecords implements Records {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ApiField[] FIELDS = ApiField.values();
    private static final double WHOLE_BELOW = 1L << 53;

    private enum Kind {
        EMPTY,
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG
    }

    private final Kind[] kinds = new Kind[FIELDS.length];
    private final byte[][] texts = new byte[FIELDS.length][];
    private final long[] wholes = new long[FIELDS.length];
    private final double[] decimals = new double[FIELDS.length];
    private long number;

    /** Begins the next record, with all fields empty. */
    final void begin() {
        number++;
        Arrays.fill(kinds, Kind.EMPTY);
    }

    final void text(int column, byte[] utf8) {
        kinds[column] = Kind.TEXT;
        texts[column] = utf8;
    }

    final void whole(int column, long value) {
        kinds[column] = Kind.WHOLE;
        wholes[column] = value;
    }

    /** Not a number is how a missing one is stored. */
    final void decimal(int column, double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW;
        if (isWhole) whole(column, (long) value);
        else kinds[column] = Double.isNaN(value) ? Kind.EMPTY : Kind.DECIMAL;
        decimals[column] = value;
    }

    final void flag(int column, boolean value) {
        kinds[column] = Kind.FLAG;
        wholes[column] = value ? 1 : 0;
    }

    /** All API fields, those that the file lacks too. */
    @Override
    public final List<String> header() {
        return Arrays.stream(FIELDS).map(ApiField::apiName).toList();
    }

    @Override
    public final void slice(int column, Slice into) {
        switch (kinds[column]) {
            case EMPTY -> into.clear();
            case TEXT -> into.set(texts[column]);
            case WHOLE, FLAG -> into.set(Long.toString(wholes[column]).getBytes(ISO_8859_1));
            case DECIMAL -> into.set(Double.toString(decimals[column]).getBytes(ISO_8859_1));
        }
    }

    @Override
    public final long line() {
        return number;
    }

    @Override
    public final Optional<Flaw> flaw(int width) {
        return Optional.empty();
    }

    @Override
    public final boolean cutOff(int width) {
        return false;
    }

    /** As a JSON object, there being no line. */
    @Override
    public final RawRecord raw() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.length; i++) if (kinds[i] != Kind.EMPTY) fields.put(FIELDS[i].apiName(), value(i));
        try {
            byte[] json = JSON.writeValueAsBytes(fields);
            return RawRecord.of(json, 0, json.length);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values always have a JSON form.", e);
        }
    }

    private Object value(int column) {
        return switch (kinds[column]) {
            case EMPTY -> "";
            case TEXT -> new String(texts[column], UTF_8);
            case WHOLE -> wholes[column];
            case DECIMAL -> decimals[column];
            case FLAG -> wholes[column] == 1;
        };
    }
}
