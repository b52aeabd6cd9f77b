package tradelake.harmonise;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Watches the rows that count and says in the end what they cover of a reporter-year. */
final class Coverage {
    private final Set<Integer> partners = new HashSet<>();
    private final Watched exports = new Watched();
    private final Watched imports = new Watched();
    private final Watched ofWhich = new Watched();

    private static final class Watched {
        final BitSet chapters = new BitSet();
        Optional<PublishedRow> worldTotal = Optional.empty();
        boolean present = false;
        double sum = 0;

        void see(PublishedRow row) {
            present = true;
            if (row.level() > 0) chapters.set(HsCode.chapter(row.code()));
            if (row.level() == 0 && row.isWorld()) worldTotal = Optional.of(row);
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
        watched(row).sum += row.value();
    }

    ReporterYearFacts facts(int reporter, int year, LiveReleases releases) {
        return new ReporterYearFacts(
                reporter,
                year,
                releases.edition(),
                releases.hasWhole(),
                chapters(),
                partners.size(),
                exports.facts(),
                imports.facts());
    }

    private SortedSet<String> chapters() {
        SortedSet<String> chapters = new TreeSet<>();
        for (Watched side : Set.of(exports, imports))
            side.chapters.stream().forEach(chapter -> chapters.add(String.format(Locale.ROOT, "%02d", chapter)));
        return chapters;
    }

    private Watched watched(PublishedRow row) {
        return switch (row.flow()) {
            case "X" -> exports;
            case "M" -> imports;
            default -> ofWhich;
        };
    }
}
