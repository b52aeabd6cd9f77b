package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;

/** A Parquet table with the API's columns, in any case or snake_case, as R and Python programs keep downloads. */
public final class ComtradeParquet implements Format {
    private static final String MAGIC = "PAR1";

    @Override
    public String name() {
        return "comtrade-parquet";
    }

    @Override
    public String meaning() {
        return "Parquet table with the 47 columns of the UN Comtrade API";
    }

    @Override
    public Kind kind() {
        return Kind.EXTRACT;
    }

    @Override
    public boolean recognises(Head head) {
        return head.startsWith(MAGIC);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        ParquetRecords records = ParquetRecords.open(content);
        return new RecordCursor(
                records, Layout.of(records.header()).withTotals().withLeadingZeros());
    }
}
