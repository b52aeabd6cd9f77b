package tradelake.sources;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of a file: records cut by a reader, fields found by a layout. */
final class RecordCursor implements RowCursor {
    private static final ApiField[] FIELDS = ApiField.values();

    private final Records records;
    private final int width;
    private final Cell[] readable;
    private final Cell.Column[] columns;
    private final Cell[] blank;
    private final RowCheck check = new RowCheck();
    private final Slice slice = new Slice();
    private final UTF8String[] last = new UTF8String[FIELDS.length];

    // A code is looked at by the check, by the filter and by the column: what was made of it is kept, and of which row.
    private final int[] ints = new int[FIELDS.length];
    private final long[] packed = new long[FIELDS.length];
    private final long[] intRow = new long[FIELDS.length];
    private final long[] packedRow = new long[FIELDS.length];
    private long row;

    private Cell[] cells;
    private Optional<Flaw> flaw = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    /** Reads the records after the header, which must have been passed. */
    RecordCursor(Records records, Layout layout) {
        this.records = records;
        this.width = layout.width();
        this.readable = cells(layout);
        this.columns = Arrays.stream(readable)
                .map(cell -> cell instanceof Cell.Column column ? column : null)
                .toArray(Cell.Column[]::new);
        this.blank = cells(Layout.blank());
        this.cells = blank;
        Arrays.fill(last, UTF8String.EMPTY_UTF8);
    }

    private static Cell[] cells(Layout layout) {
        return Arrays.stream(FIELDS).map(layout::cell).toArray(Cell[]::new);
    }

    @Override
    public boolean next() throws IOException {
        if (!records.next()) return false;
        row++;
        problem = Optional.empty();
        Optional<Flaw> structural = records.flaw(width);
        cells = structural.isPresent() ? blank : readable;
        flaw = structural.isPresent() ? structural : check.of(this);
        return true;
    }

    @Override
    public long line() {
        return records.line();
    }

    @Override
    public boolean usable() {
        return flaw.isEmpty();
    }

    @Override
    public Optional<Problem> problem() {
        if (problem.isEmpty()) problem = flaw.map(wrong -> new Problem(wrong.reason(), wrong.message(), records.raw()));
        return problem;
    }

    @Override
    public boolean cutOff() {
        return cells == blank && records.cutOff(width);
    }

    private Slice slice(ApiField field) {
        Cell.Column column = columns[field.ordinal()];
        if (column != null && cells == readable) column.locate(records, slice);
        else cells[field.ordinal()].locate(records, slice);
        return slice;
    }

    @Override
    public int intOf(ApiField field) {
        int at = field.ordinal();
        if (intRow[at] != row) {
            ints[at] = slice(field).toInt();
            intRow[at] = row;
        }
        return ints[at];
    }

    @Override
    public double doubleOf(ApiField field) {
        return slice(field).toDouble();
    }

    @Override
    public Optional<Boolean> booleanOf(ApiField field) {
        return slice(field).toBoolean();
    }

    @Override
    public String textOf(ApiField field) {
        return slice(field).text();
    }

    @Override
    public UTF8String utf8Of(ApiField field) {
        UTF8String text = slice(field).utf8(last[field.ordinal()]);
        last[field.ordinal()] = text;
        return text;
    }

    @Override
    public long packedOf(ApiField field) {
        int at = field.ordinal();
        if (packedRow[at] != row) {
            packed[at] = slice(field).packed();
            packedRow[at] = row;
        }
        return packed[at];
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
