package tradelake.sources;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of a text file: records cut by a reader, fields found by a layout. */
final class TextCursor implements RowCursor {
    private static final ApiField[] FIELDS = ApiField.values();

    private final RecordReader reader;
    private final Layout layout;
    private final Cell[] readable;
    private final Cell[] blank;
    private final RowCheck check = new RowCheck();
    private final Slice slice = new Slice();
    private final UTF8String[] last = new UTF8String[FIELDS.length];
    private Cell[] cells;
    private Optional<Flaw> flaw = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    /** Reads the rows after the header, which the reader must have passed. */
    TextCursor(RecordReader reader, Layout layout) {
        this.reader = reader;
        this.layout = layout;
        this.readable = cells(layout);
        this.blank = cells(Layout.blank());
        this.cells = blank;
        Arrays.fill(last, UTF8String.EMPTY_UTF8);
    }

    private static Cell[] cells(Layout layout) {
        return Arrays.stream(FIELDS).map(layout::cell).toArray(Cell[]::new);
    }

    @Override
    public boolean next() throws IOException {
        if (!reader.next()) return false;
        problem = Optional.empty();
        Optional<Flaw> structural = structuralFlaw();
        cells = structural.isPresent() ? blank : readable;
        flaw = structural.isPresent() ? structural : check.of(this);
        return true;
    }

    private Optional<Flaw> structuralFlaw() {
        return switch (reader.structure()) {
            case TOO_LONG -> flaw("line_too_long", "The line is longer than %,d bytes.", RecordReader.LONGEST);
            case BROKEN_QUOTES -> flaw("broken_quotes", "A quote opens a field and does not close it.");
            case SOUND -> reader.nul || !hasWidth() ? flawOfFields() : Optional.empty();
        };
    }

    private Optional<Flaw> flawOfFields() {
        if (reader.nul) return flaw("nul_bytes", "The line has NUL bytes.");
        return flaw(
                "wrong_field_count", "The line has %d fields where the header has %d.", reader.count, layout.width());
    }

    private static Optional<Flaw> flaw(String reason, String message, Object... values) {
        return Optional.of(new Flaw(reason, String.format(Locale.ROOT, message, values)));
    }

    /** One more field than the header has is fine when it is empty: a separator at the end of the line. */
    private boolean hasWidth() {
        int width = layout.width();
        return reader.count == width || (reader.count == width + 1 && reader.isEmpty(width));
    }

    @Override
    public long line() {
        return reader.line();
    }

    @Override
    public boolean usable() {
        return flaw.isEmpty();
    }

    @Override
    public Optional<Problem> problem() {
        if (problem.isEmpty()) problem = flaw.map(wrong -> new Problem(wrong.reason(), wrong.message(), reader.raw()));
        return problem;
    }

    @Override
    public boolean cutOff() {
        return reader.lastLineOpen() && cells == blank && reader.count < layout.width();
    }

    private Slice slice(ApiField field) {
        cells[field.ordinal()].locate(reader, slice);
        return slice;
    }

    @Override
    public int intOf(ApiField field) {
        return slice(field).toInt();
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
        return slice(field).packed();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
