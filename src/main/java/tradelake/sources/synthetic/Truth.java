package tradelake.sources.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** What was planted in the files of one reporter, collected while they are written. */
final class Truth {
    /** By quirk: which cells it is about. */
    private interface Cut {
        IntPredicate of(Cells cells, Quirk quirk);
    }

    private final SyntheticWorld world;
    private final List<Planted> planted = new ArrayList<>();
    private final List<PublishedTotal> totals = new ArrayList<>();
    private final Map<String, Cut> cuts;

    Truth(SyntheticWorld world) {
        this.world = world;
        Goods goods = world.goods();
        this.cuts = Map.ofEntries(
                Map.entry("not_specified", (cells, q) -> i -> cells.good(i) == goods.notSpecified()),
                Map.entry("old_pseudo_code", (cells, q) -> i -> cells.good(i) == goods.oldPseudo()),
                Map.entry("chapter_only", (cells, q) -> i -> cells.level(i) == 2),
                Map.entry("heading_only", (cells, q) -> i -> cells.level(i) == 4),
                Map.entry("products_below_total", (cells, q) -> i -> cells.level(i) == 0),
                Map.entry("partners_above_world", (cells, q) -> i -> !cells.inWorld(i)),
                Map.entry("partner_suppressed", (cells, q) -> i -> !cells.withPartner(i)),
                Map.entry("partner_hidden_for_product", (cells, q) -> i -> !cells.withPartner(i)),
                Map.entry("self_trade", (cells, q) -> i -> cells.partner(i) == q.reporter()),
                Map.entry("areas_nes", (cells, q) -> i -> cells.partner(i) == Traders.AREAS_NES),
                Map.entry("bunkers", (cells, q) -> i -> cells.partner(i) == Traders.BUNKERS));
    }

    List<Planted> planted() {
        return planted;
    }

    List<PublishedTotal> totals() {
        return totals;
    }

    /** What a reporter-year's cells hold, and its totals. */
    void record(Report report) {
        int year = report.year();
        Trader reporter = report.reporter();
        boolean missing = world.quirks().missing(reporter, year);
        boolean extract =
                world.quirks().of("extract_only", reporter.code(), year).isPresent();
        for (Flow flow : Flow.values()) {
            totals.add(PublishedTotal.of(world, report, flow, missing ? "missing" : extract ? "extract" : "bulk"));
            world.quirks().all().stream()
                    .filter(q -> q.reporter() == reporter.code() && q.holds(year, flow))
                    .forEach(q -> record(q, report, flow, missing));
        }
        for (Quirk quirk : missing ? List.<Quirk>of() : report.parts()) {
            Cells part = report.part(quirk);
            planted.add(Planted.of(quirk, reporter, year, quirk.item(), part.sum(i -> true)));
        }
    }

    /** Breakdown rows of a file. */
    void record(Report report, Publication file, Tally tally) {
        world.quirks().all().stream()
                .filter(q -> q.trap().endsWith("_breakdown")
                        && q.reporter() == report.reporter().code())
                .filter(q -> q.holds(report.year()))
                .forEach(q -> tally.broken()
                        .forEach((flow, rows) ->
                                planted.add(Planted.of(q, report.reporter(), report.year(), flow, rows.value)
                                        .in(file.file(), rows.rows))));
    }

    void add(Planted fact) {
        planted.add(fact);
    }

    private void record(Quirk quirk, Report report, Flow flow, boolean missing) {
        Cells cells = report.cells(flow);
        Trader reporter = report.reporter();
        if (quirk.trap().equals("missing")) {
            planted.add(Planted.of(quirk, reporter, report.year(), flow.name(), cells.sum(cells::inWorld)));
        } else if (quirk.trap().equals("planted_effect")) {
            long value = cells.sum(i -> cells.partner(i) == quirk.itemCode());
            planted.add(Planted.of(quirk, reporter, report.year(), flow.name(), value)
                    .with(quirk.item(), ""));
        } else if (cuts.containsKey(quirk.trap()) && !missing) {
            IntPredicate cut = cuts.get(quirk.trap()).of(cells, quirk);
            planted.add(Planted.of(quirk, reporter, report.year(), flow.name(), cells.sum(cut))
                    .with(partner(quirk), product(quirk)));
        }
    }

    private static String partner(Quirk quirk) {
        return switch (quirk.trap()) {
            case "self_trade" -> Integer.toString(quirk.reporter());
            case "areas_nes" -> Integer.toString(Traders.AREAS_NES);
            case "bunkers" -> Integer.toString(Traders.BUNKERS);
            case "partner_suppressed", "old_pseudo_code" -> quirk.item();
            default -> "";
        };
    }

    private static String product(Quirk quirk) {
        return switch (quirk.trap()) {
            case "not_specified" -> "999999";
            case "old_pseudo_code" -> "9999AA";
            case "chapter_only", "heading_only", "partner_hidden_for_product" -> quirk.item();
            default -> "";
        };
    }
}
