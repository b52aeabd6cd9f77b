package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.Arrays;
import tradelake.reference.HsEdition;

/** Writes cells as the rows of a file: the World and each partner, at every level that the reporter publishes. */
final class Sheet {
    private final Trader reporter;
    private final Nomenclature codes;
    private final RowSink sink;
    private final Row row = new Row();
    private final Breakdown breakdown;

    /** Breakdowns stand beside the TOTAL and the first six-digit row of a partner. */
    private boolean brokenDown;

    private int lines;
    private long[] order = new long[64];
    private int[] places = new int[64];
    private long[] values = new long[64];
    private long[] kgs = new long[64];
    private int[] levels = new int[64];

    Sheet(SyntheticWorld world, Trader reporter, int year, HsEdition edition, RowSink sink) {
        this.reporter = reporter;
        this.codes = world.goods().in(edition);
        this.sink = sink;
        this.breakdown = new Breakdown(world, reporter, year);
    }

    /** @param finest the finest level of these rows, 6 or 0 */
    void write(String flow, Cells cells, int finest) throws IOException {
        if (cells.size() == 0) return;
        row.flow = flow;
        row.partner = Traders.WORLD;
        gather(cells, 0, cells.size(), true);
        writeLines(finest);
        for (int first = 0; first < cells.size(); ) {
            int end = first;
            while (end < cells.size() && cells.partner(end) == cells.partner(first)) end++;
            row.partner = cells.partner(first);
            gather(cells, first, end, false);
            if (lines > 0) writeLines(finest);
            first = end;
        }
    }

    private void gather(Cells cells, int first, int end, boolean ofWorld) {
        lines = 0;
        for (int i = first; i < end; i++) {
            if (cells.value(i) != 0 && (ofWorld ? cells.inWorld(i) : cells.withPartner(i))) split(cells, i);
        }
        for (int i = 0; i < lines; i++) order[i] = (long) places[i] << 32 | i;
        Arrays.sort(order, 0, lines);
    }

    /** One line for each code of the good; the last takes what rounding leaves. */
    private void split(Cells cells, int cell) {
        int[] parts = codes.places(cells.good(cell));
        double[] shares = codes.shares(cells.good(cell));
        long left = cells.value(cell);
        long kgLeft = cells.kg(cell);
        for (int part = 0; part < parts.length; part++) {
            boolean last = part == parts.length - 1;
            long value = last ? left : (long) (cells.value(cell) * shares[part]) / reporter.step() * reporter.step();
            long kg = last ? kgLeft : (long) (cells.kg(cell) * shares[part]);
            left -= value;
            kgLeft -= kg;
            if (value != 0) line(parts[part], value, kg, cells.level(cell));
        }
    }

    private void line(int place, long value, long kg, int level) {
        if (lines == places.length) grow();
        places[lines] = place;
        values[lines] = value;
        kgs[lines] = kg;
        levels[lines++] = level;
    }

    private void writeLines(int finest) throws IOException {
        long total = 0;
        for (int i = 0; i < lines; i++) total += values[i];
        brokenDown = false;
        write("TOTAL", 0, "All commodities", total, 0, null);
        if (finest == 0) return;
        for (int i = 0; i < lines; i++) {
            int place = places[(int) order[i]];
            if (reporter.allLevels()) writeAbove(i, place);
            writeCode(i, place);
        }
    }

    /** The rows of the chapter and of the heading that begin with this line. */
    private void writeAbove(int from, int place) throws IOException {
        String chapter = codes.chapter(place);
        String heading = codes.heading(place);
        int before = from == 0 ? -1 : places[(int) order[from - 1]];
        if (before < 0 || !codes.chapter(before).equals(chapter)) {
            writeSum(from, chapter, 2);
        }
        if (before < 0 || !codes.heading(before).equals(heading)) {
            writeSum(from, heading, 4);
        }
    }

    private void writeSum(int from, String code, int level) throws IOException {
        long sum = 0;
        for (int i = from; i < lines; i++) {
            int at = (int) order[i];
            if (!codes.code(places[at]).startsWith(code)) break;
            if (levels[at] >= level) sum += values[at];
        }
        if (sum != 0) write(code, level, "Goods of " + code, sum, 0, null);
    }

    /** The six-digit row that ends with this line: lines of one code follow each other. */
    private void writeCode(int at, int place) throws IOException {
        boolean ends = at == lines - 1 || places[(int) order[at + 1]] != place;
        if (!ends) return;
        long sum = 0;
        long kg = 0;
        for (int i = at; i >= 0 && places[(int) order[i]] == place; i--) {
            int line = (int) order[i];
            if (levels[line] < 6) continue;
            sum += values[line];
            kg += kgs[line];
        }
        if (sum != 0) write(codes.code(place), 6, codes.good(place).text(), sum, kg, codes.good(place));
    }

    private void write(String code, int level, String text, long value, long kg, Good good) throws IOException {
        row.code = code;
        row.level = level;
        row.text = text;
        row.value = value;
        row.kg = kg;
        row.unit = kg == 0 || good == null ? -1 : good.unit();
        row.quantity = quantity(row.unit, kg, good);
        row.fob = fob(value);
        row.partner2 = 0;
        row.customs = "C00";
        row.transport = 0;
        sink.row(row);
        if (level == 0 || level == 6 && !brokenDown) breakdown.write(row, sink);
        brokenDown |= level == 6;
    }

    /** In the unit of the good: items, kilograms, or nothing beside the weight. */
    private static long quantity(int unit, long kg, Good good) {
        if (unit == 5) return Math.max(1, Math.round(kg / good.itemKg()));
        return unit == 8 ? kg : 0;
    }

    /** Value before freight and insurance, where the reporter gives it beside the CIF value. */
    private long fob(long value) {
        if (!row.isImport()) return value;
        if (reporter.importsAreFob()) return value;
        if (!reporter.imports().equals("both")) return 0;
        return Math.round(value / Totals.AVERAGE_CIF / reporter.step()) * reporter.step();
    }

    private void grow() {
        int room = lines * 2;
        order = Arrays.copyOf(order, room);
        places = Arrays.copyOf(places, room);
        values = Arrays.copyOf(values, room);
        kgs = Arrays.copyOf(kgs, room);
        levels = Arrays.copyOf(levels, room);
    }
}
