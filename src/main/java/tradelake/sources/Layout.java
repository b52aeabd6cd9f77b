package tradelake.sources;

import static tradelake.sources.ApiField.AGGR_LEVEL;
import static tradelake.sources.ApiField.CLASSIFICATION_CODE;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.CUSTOMS_CODE;
import static tradelake.sources.ApiField.FLOW_CODE;
import static tradelake.sources.ApiField.FREQ_CODE;
import static tradelake.sources.ApiField.MOS_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_CODE;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REF_YEAR;
import static tradelake.sources.ApiField.REPORTER_CODE;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which cell of a record holds each API field, for one file. */
final class Layout {
    /** Without these a row cannot be placed. */
    static final Set<ApiField> PLACING = Collections.unmodifiableSet(EnumSet.of(
            TYPE_CODE,
            FREQ_CODE,
            REF_YEAR,
            PERIOD,
            REPORTER_CODE,
            FLOW_CODE,
            PARTNER_CODE,
            CLASSIFICATION_CODE,
            CMD_CODE,
            PRIMARY_VALUE));

    /** Without these a row cannot be told from the breakdowns beside it. */
    static final Set<ApiField> BREAKDOWNS =
            Collections.unmodifiableSet(EnumSet.of(PARTNER2_CODE, CUSTOMS_CODE, MOT_CODE));

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

    /** Whether these columns tell of each row where it belongs and that it is no breakdown. */
    static boolean isComplete(Set<ApiField> fields) {
        return fields.containsAll(PLACING) && fields.containsAll(BREAKDOWNS);
    }

    /**
     * Where no second partner, customs procedure, mode of supply or of transport is said, the row is for all of them; where no
     * month is said, the period has it.
     */
    Layout withTotals() {
        Cell period = cell(PERIOD);
        Cell monthOfPeriod = period.derived(text -> text.length() == 6 ? text.substring(4) : "52");
        return with(REF_MONTH, cell -> cell == Cell.MISSING ? monthOfPeriod : cell)
                .with(PARTNER2_CODE, cell -> cell.orElse("0"))
                .with(CUSTOMS_CODE, cell -> cell.orElse("C00"))
                .with(MOS_CODE, cell -> cell.whole().orElse("0"))
                .with(MOT_CODE, cell -> cell.orElse("0"));
    }

    /** Commodity codes get back the zero that a spreadsheet took, where the row states their level. */
    Layout withLeadingZeros() {
        return with(
                CMD_CODE, cell -> CommodityCode.repaired(cell, this.cell(CLASSIFICATION_CODE), this.cell(AGGR_LEVEL)));
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
