package tradelake.sources.synthetic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tradelake.sources.ApiField;

/** An answer of the API: the rows under data, one line in all, then their count. */
final class ApiJsonFile implements RowSink {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Text text;
    private final ApiCells cells;
    private Head head;
    private long rows;

    ApiJsonFile(Text text, ApiCells cells) {
        this.text = text;
        this.cells = cells;
        text.ascii("{\"elapsedTime\":\"0.1 secs\",\"data\":[");
    }

    @Override
    public void begin(Head head) {
        this.head = head;
    }

    @Override
    public void row(Row row) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ApiField field : ApiField.values()) fields.put(field.apiName(), cells.of(field, head, row));
        if (rows++ > 0) text.add(',');
        text.utf8(JSON.writeValueAsString(fields)).endRow();
    }

    /** Closes the answer. */
    void end() {
        text.ascii("],\"count\":").add(rows).ascii(",\"error\":\"\"}");
    }
}
