package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import tradelake.sources.synthetic.Noise.Draw;

/** The rows that some reporters publish beside a total: the same value by transport, customs procedure or second partner. */
final class Breakdown {
    /** One value of each of the three columns. */
    private record Line(int transport, String customs, int partner2) {}

    private static final List<Integer> TRANSPORT = List.of(1000, 2100, 3200);
    private static final List<String> CUSTOMS = List.of("C01", "C06");
    private static final List<Integer> SECOND = List.of(156, 344, 702);

    private final Noise noise;
    private final int year;
    private final List<Line> imports;
    private final List<Line> exports;

    Breakdown(SyntheticWorld world, Trader reporter, int year) {
        this.noise = world.noise();
        this.year = year;
        this.imports = lines(world.quirks(), reporter, year, Flow.M);
        this.exports = lines(world.quirks(), reporter, year, Flow.X);
    }

    /** Writes the parts of this total; they add up to it exactly. */
    void write(Row row, RowSink sink) throws IOException {
        boolean summed = row.flow.equals("M") || row.flow.equals("X");
        List<Line> parts = row.isImport() ? imports : exports;
        if (!summed || parts.isEmpty()) return;
        long total = row.value;
        long left = total;
        long fobTotal = row.fob;
        long kgTotal = row.kg;
        long quantityTotal = row.quantity;
        for (int i = 0; i < parts.size(); i++) {
            Line line = parts.get(i);
            boolean last = i == parts.size() - 1;
            double share = (0.5 + noise.uniform(Draw.BREAKDOWN, row.partner, year, i)) / (1.5 * parts.size());
            row.value = last ? left : (long) (total * share) / 1000 * 1000;
            row.fob = fobTotal == total ? row.value : Math.round((double) fobTotal / total * row.value / 1000) * 1000;
            left -= row.value;
            double part = (double) row.value / total;
            row.kg = Math.round(kgTotal * part);
            row.quantity = Math.round(quantityTotal * part);
            row.transport = line.transport();
            row.customs = line.customs();
            row.partner2 = line.partner2();
            if (row.value > 0) sink.row(row);
        }
    }

    private static List<Line> lines(Quirks quirks, Trader reporter, int year, Flow flow) {
        if (holds("transport_breakdown", quirks, reporter, year, flow))
            return byTransport("C00").toList();
        if (holds("customs_breakdown", quirks, reporter, year, flow)) {
            return CUSTOMS.stream().map(c -> new Line(0, c, 0)).toList();
        }
        if (holds("second_partner_breakdown", quirks, reporter, year, flow)) {
            return SECOND.stream().map(p -> new Line(0, "C00", p)).toList();
        }
        if (!holds("full_breakdown", quirks, reporter, year, flow)) return List.of();
        return CUSTOMS.stream().flatMap(Breakdown::byTransport).toList();
    }

    private static Stream<Line> byTransport(String customs) {
        return TRANSPORT.stream().map(mode -> new Line(mode, customs, 0));
    }

    private static boolean holds(String trap, Quirks quirks, Trader reporter, int year, Flow flow) {
        return quirks.of(trap, reporter.code(), year, flow).isPresent();
    }
}
