package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;

/** The API's columns separated by tabs, as R and Python clients write them: some rows of one or many datasets. */
public final class ComtradeTsv implements Format {
    @Override
    public String name() {
        return "comtrade-tsv";
    }

    @Override
    public String meaning() {
        return "Tab separated text with the columns of the UN Comtrade API, without quotation marks, of a client";
    }

    @Override
    public Kind kind() {
        return Kind.EXTRACT;
    }

    @Override
    public boolean recognises(Head head) {
        return Layout.isComplete(head.fields("\t")) && !head.names("\t", ComtradeBulk.DATASET_CODE);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        TabLines lines = new TabLines(content);
        return new RecordCursor(lines, Layout.of(lines.header()).withTotals().withLeadingZeros());
    }
}
