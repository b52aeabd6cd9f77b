package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;

/** An answer of the UN Comtrade API in JSON: rows of 47 fields under {@code data}, or the bare list of them. */
public final class ApiJson implements Format {
    @Override
    public String name() {
        return "comtrade-json";
    }

    @Override
    public String meaning() {
        return "JSON answer of the UN Comtrade API: 47 fields a row under data";
    }

    @Override
    public Kind kind() {
        return Kind.EXTRACT;
    }

    @Override
    public boolean recognises(Head head) {
        return head.opensWith("{[");
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        JsonRecords records = new JsonRecords(content);
        return new RecordCursor(
                records, Layout.of(records.header()).withTotals().withLeadingZeros());
    }
}
