package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;

/**
 * CSV with the API's columns: the download of comtradeplus.un.org (every field quoted, each row ending in a comma that its
 * header lacks), the API's own {@code format=csv}, and the tables that R and Python clients write, in any case or snake_case.
 */
public final class ComtradeCsv implements Format {
    @Override
    public String name() {
        return "comtrade-csv";
    }

    @Override
    public String meaning() {
        return "CSV with the 47 columns of the UN Comtrade API: download of comtradeplus.un.org, or of a client";
    }

    @Override
    public Kind kind() {
        return Kind.EXTRACT;
    }

    @Override
    public boolean recognises(Head head) {
        return Layout.isComplete(head.fields(","));
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        CsvRecords records = new CsvRecords(content);
        Layout columns = Layout.of(records.header());
        records.width(columns.width());
        return new RecordCursor(records, columns.withTotals().withLeadingZeros());
    }
}
