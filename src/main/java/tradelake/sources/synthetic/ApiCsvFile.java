package tradelake.sources.synthetic;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import tradelake.sources.ApiField;

/** The CSV of comtradeplus.un.org: every field quoted but empty ones, and each row, unlike the header, ends in a comma. */
final class ApiCsvFile implements RowSink {
    private final Text text;
    private final ApiCells cells;
    private Head head;

    ApiCsvFile(Text text, ApiCells cells) throws IOException {
        this.text = text;
        this.cells = cells;
        text.ascii(Arrays.stream(ApiField.values()).map(ApiField::apiName).collect(Collectors.joining(",")));
        text.add('\n').endRow();
    }

    @Override
    public void begin(Head head) {
        this.head = head;
    }

    @Override
    public void row(Row row) throws IOException {
        for (ApiField field : ApiField.values()) {
            Object cell = cells.of(field, head, row);
            if (cell != null)
                text.add('"').utf8(plain(cell).replace("\"", "\"\"")).add('"');
            text.add(',');
        }
        text.add('\n').endRow();
    }

    private static String plain(Object cell) {
        return cell instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : cell.toString();
    }
}
