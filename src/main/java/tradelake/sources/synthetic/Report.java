package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tradelake.reference.HsEdition;
import tradelake.sources.synthetic.Noise.Draw;

/** All that one reporter publishes of one year: both flows, and the flows inside them. */
record Report(SyntheticWorld world, Trader reporter, int year, Cells imports, Cells exports) {
    /** Quirks that add a flow inside another: those that take what the share leaves, and those that take the share. */
    private static final Map<String, Boolean> PARTS = Map.of(
            "re_exports", false,
            "re_exports_by_product", false,
            "domestic_exports", true,
            "re_imports", false,
            "foreign_imports", true,
            "inward_processing", false,
            "outward_processing", false);

    static Report of(SyntheticWorld world, Declarations declarations, Trader reporter, int year) {
        return new Report(world, reporter, year, declarations.of(Flow.M, year), declarations.of(Flow.X, year));
    }

    static Report earlier(SyntheticWorld world, Declarations declarations, Trader reporter, int year) {
        return new Report(
                world, reporter, year, declarations.earlier(Flow.M, year), declarations.earlier(Flow.X, year));
    }

    Cells cells(Flow flow) {
        return flow == Flow.X ? exports : imports;
    }

    /** Every row, in an edition which may be older than the reporter's own. */
    void write(HsEdition edition, RowSink sink) throws IOException {
        Sheet sheet = new Sheet(world, reporter, year, edition, sink);
        sheet.write("M", imports, 6);
        sheet.write("X", exports, 6);
        for (Quirk quirk : parts()) {
            sheet.write(quirk.item(), part(quirk), quirk.trap().endsWith("by_product") ? 6 : 0);
        }
    }

    /** The flows inside M and X that this report has. */
    List<Quirk> parts() {
        return world.quirks().all().stream()
                .filter(q -> PARTS.containsKey(q.trap()) && q.reporter() == reporter.code() && q.holds(year))
                .toList();
    }

    /** The cells of such a flow. */
    Cells part(Quirk quirk) {
        boolean rest = PARTS.get(quirk.trap());
        return cells(Flow.valueOf(quirk.flows()))
                .part((partner, good) -> share(quirk, partner, good), rest, reporter.step());
    }

    private double share(Quirk quirk, int partner, int good) {
        double around = 0.9 + 0.2 * world.noise().uniform(Draw.PART, reporter.code() * 1000L + partner, good, year);
        return Math.min(0.995, quirk.share() * around);
    }
}
