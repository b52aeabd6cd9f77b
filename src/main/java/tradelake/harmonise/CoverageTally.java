package tradelake.harmonise;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Watches the rows that count and says in the end what they cover of a reporter-year. */
final class CoverageTally {
    private final Set<Integer> partners = new HashSet<>();
    private final Watched exports = new Watched();
    private final Watched imports = new Watched();
    private final Watched ofWhich = new Watched();

    private static final class Watched {
        Optional<PublishedRow> worldTotal = Optional.empty();
        boolean present = false;
        double sum = 0;
        double withoutChapter = 0;

        void see(PublishedRow row) {
            present = true;
            if (row.level() == 0 && row.isWorld()) worldTotal = Optional.of(row);
        }

        double shareWithoutChapter() {
            return sum == 0 ? 0 : withoutChapter / sum;
        }

        ReporterYearFacts.Side facts() {
            return new ReporterYearFacts.Side(
                    present, worldTotal.map(PublishedRow::value).orElse(sum));
        }
    }

    /** A row that counts, a published total or not. */
    void see(PublishedRow row) {
        watched(row).see(row);
    }

    /** The first row of a flow and partner. */
    void seePartner(PublishedRow row) {
        if (!row.isWorld() && watched(row) != ofWhich) partners.add(row.partner());
    }

    /** A row of the additive flows, residual or not. */
    void add(PublishedRow row) {
        Watched side = watched(row);
        side.sum += row.value();
        if (row.level() == 0) side.withoutChapter += row.value();
    }

    ReporterYearFacts facts(int reporter, int year, LiveReleases releases) {
        return new ReporterYearFacts(
                reporter,
                year,
                releases.edition(),
                releases.hasWhole(),
                releases.months(),
                Math.max(exports.shareWithoutChapter(), imports.shareWithoutChapter()),
                partners.size(),
                exports.facts(),
                imports.facts());
    }

    private Watched watched(PublishedRow row) {
        return switch (row.flow()) {
            case "X" -> exports;
            case "M" -> imports;
            default -> ofWhich;
        };
    }
}
