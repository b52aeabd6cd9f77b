package tradelake.sources;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/**
 * CSV with the API's columns: the download of comtradeplus.un.org (every field quoted, each row ending in a comma that its
 * header lacks), the API's own {@code format=csv}, and the tables that R and Python clients write, in any case or snake_case.
 */
public final class ComtradeCsv implements Format {
    private static final Set<String> COLUMNS =
            Arrays.stream(ApiField.values()).map(ApiField::apiName).collect(toUnmodifiableSet());

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

    /** All columns, spelled as the API spells them: tables in other spellings may be put together from many answers. */
    @Override
    public boolean isOneAnswer(Head head) {
        return Set.copyOf(head.headers(",")).containsAll(COLUMNS);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        CsvRecords records = new CsvRecords(content);
        Layout columns = Layout.of(records.header());
        records.width(columns.width());
        return new RecordCursor(records, columns.withTotals().withLeadingZeros());
    }
}
