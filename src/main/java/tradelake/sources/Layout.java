package tradelake.sources;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which cell of a record holds each API field, for one file. */
final class Layout {
    private final int width;
    private final Cell[] cells;

    private Layout(int width, Cell[] cells) {
        this.width = width;
        this.cells = cells;
    }

    /** The columns whose headers name an API field; the first, where two name the same. */
    static Layout of(List<String> header) {
        Cell[] cells = new Cell[ApiField.values().length];
        Arrays.fill(cells, Cell.MISSING);
        for (int i = Math.min(header.size(), RecordReader.MOST_FIELDS) - 1; i >= 0; i--) {
            Cell column = Cell.column(i);
            Optional<ApiField> field = ApiField.named(header.get(i));
            field.ifPresent(named -> cells[named.ordinal()] = column);
        }
        return new Layout(header.size(), cells);
    }

    /** A row of which nothing can be read. */
    static Layout blank() {
        return of(List.of());
    }

    /** This layout with one field read another way. */
    Layout with(ApiField field, UnaryOperator<Cell> change) {
        Cell[] changed = cells.clone();
        changed[field.ordinal()] = change.apply(cells[field.ordinal()]);
        return new Layout(width, changed);
    }

    Cell cell(ApiField field) {
        return cells[field.ordinal()];
    }

    /** How many fields a record has. */
    int width() {
        return width;
    }
}
