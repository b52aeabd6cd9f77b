package tradelake.harmonise;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A release as it lies in a lake of imports and exports of China in 2020. */
record Loaded(String id, ReleaseFacts.Kind kind, LocalDate published, String edition, List<Line> lines) {

    /**
     * What a line of a release says.
     *
     * @param month 1 to 12, or {@link PublishedRow#ALL_YEAR}
     */
    record Line(int month, String flow, int partner, String code, int mot, double value, Double weight) {
        Line in(int otherMonth) {
            return new Line(otherMonth, flow, partner, code, mot, value, weight);
        }

        boolean isAnnual() {
            return month == PublishedRow.ALL_YEAR;
        }
    }

    /** What a lake that holds these releases makes of them; a release loaded twice is one release. */
    static Recorded run(List<Loaded> loaded) {
        Map<String, Loaded> lake =
                loaded.stream().collect(toMap(Loaded::id, it -> it, (one, again) -> one, TreeMap::new));
        List<ReleaseFacts> releases =
                DrawnYear.ranked(lake.values().stream().map(Loaded::facts).toList());
        List<PublishedRow> rows = new ArrayList<>();
        releases.forEach(release -> rows.addAll(lake.get(release.id()).rows(release.rank())));
        return new Recorded(rows, releases, AdditiveSettings.in(year -> true));
    }

    Loaded copyAs(String otherId) {
        return new Loaded(otherId, kind, published, edition, lines);
    }

    Loaded with(List<Line> otherLines) {
        return new Loaded(id, kind, published, edition, otherLines);
    }

    private ReleaseFacts facts() {
        List<ReleaseFacts.Dataset> datasets = new ArrayList<>();
        lines.stream().collect(partitioningBy(Line::isAnnual)).forEach((annual, some) -> {
            if (!some.isEmpty())
                datasets.add(new ReleaseFacts.Dataset(
                        annual ? "A" : "M",
                        edition,
                        ReleaseFacts.Origin.ORIGINAL,
                        some.size(),
                        some.stream().map(Line::month).collect(toCollection(TreeSet::new))));
        });
        return new ReleaseFacts(0, id, kind, published, datasets);
    }

    private List<PublishedRow> rows(int release) {
        List<PublishedRow> rows = new ArrayList<>();
        for (Line line : lines)
            rows.add(new PublishedRow(
                    release,
                    rows.size() + 1L,
                    "C",
                    line.isAnnual() ? "A" : "M",
                    156,
                    2020,
                    line.month,
                    line.flow,
                    line.partner,
                    0,
                    edition,
                    line.code,
                    "C00",
                    "0",
                    line.mot,
                    line.value,
                    null,
                    null,
                    line.weight,
                    null,
                    null));
        return rows;
    }
}
