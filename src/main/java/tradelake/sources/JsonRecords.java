package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Streams the rows of an API answer: <pre>{"elapsedTime": ..., "count": n, "data": [{...}, ...], "error": ""}</pre> in any
 * order. An answer that is an error, has as many rows as an answer may have, or another number than it says, is refused.
 */
final class JsonRecords extends TypedRecords {
    /** Names beyond so many are looked up again: a file of rubbish must not fill the memory. */
    private static final int MOST_NAMES = 1000;

    private static final Set<String> ERRORS = Set.of("error", "message", "errorObject");
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Map<String, Integer> columns = new HashMap<>();
    private Optional<Long> count = Optional.empty();
    private Optional<String> error = Optional.empty();
    private boolean isEnvelope;
    private boolean inData;
    private boolean begun;
    private long rows;

    JsonRecords(InputStream in) throws IOException {
        this.parser = JSON.createParser(in);
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (!begun) begin(parser.nextToken());
            while (inData) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_OBJECT) return record();
                if (token != JsonToken.END_ARRAY)
                    throw new ForeignContent("not_a_trade_file", "has no rows under data");
                inData = false;
                if (isEnvelope) envelope();
            }
            return end();
        } catch (JsonEOFException e) {
            throw DamagedContent.truncated("JSON");
        } catch (JsonProcessingException e) {
            throw DamagedContent.corrupt("JSON", e.getOriginalMessage());
        }
    }

    private void begin(JsonToken first) throws IOException {
        begun = true;
        isEnvelope = first == JsonToken.START_OBJECT;
        inData = first == JsonToken.START_ARRAY;
        if (isEnvelope) envelope();
    }

    /** Reads on in the outer object, to the beginning of its rows or to its end. */
    private void envelope() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("data") && value == JsonToken.START_ARRAY) {
                inData = true;
                return;
            }
            if (name.equals("count") && value == JsonToken.VALUE_NUMBER_INT) count = Optional.of(parser.getLongValue());
            if (ERRORS.contains(name)
                    && value == JsonToken.VALUE_STRING
                    && !parser.getText().isBlank()) error = Optional.of(parser.getText());
            parser.skipChildren();
        }
    }

    private boolean record() throws IOException {
        begin();
        Set<ApiField> found = EnumSet.noneOf(ApiField.class);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int column = column(parser.currentName());
            JsonToken value = parser.nextToken();
            if (column < 0) parser.skipChildren();
            else {
                field(column, value);
                if (rows == 0) found.add(ApiField.values()[column]);
            }
        }
        if (rows++ == 0) Refusal.requireComplete(found);
        return true;
    }

    private int column(String name) {
        Integer known = columns.get(name);
        if (known != null) return known;
        int column = ApiField.named(name).map(ApiField::ordinal).orElse(-1);
        if (columns.size() < MOST_NAMES) columns.put(name, column);
        return column;
    }

    private void field(int column, JsonToken value) throws IOException {
        switch (value) {
            case VALUE_STRING -> text(column, parser.getText().getBytes(UTF_8));
            case VALUE_NUMBER_INT -> number(column);
            case VALUE_NUMBER_FLOAT -> decimal(column, parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> flag(column, value == JsonToken.VALUE_TRUE);
            default -> parser.skipChildren();
        }
    }

    private void number(int column) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) decimal(column, parser.getDoubleValue());
        else whole(column, parser.getLongValue());
    }

    /** What the whole answer says about itself is known only here. */
    private boolean end() throws IOException {
        if (error.isPresent())
            throw new ForeignContent("api_error", "is an error message of the API (%s)".formatted(quoted(error.get())));
        if (rows == 0 && count.isEmpty())
            throw new ForeignContent("not_a_trade_file", "is JSON without rows under data");
        if (rows == 0)
            throw new ForeignContent("empty_answer", "is an answer without rows, which may stand for a failed request");
        if (count.filter(said -> said != rows).isPresent()) throw DamagedContent.miscounted(count.get(), rows);
        if (isEnvelope) AnswerCap.refuse(rows);
        return false;
    }

    private static String quoted(String message) {
        String line = message.lines().findFirst().orElse("").strip().replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
