package tradelake.rcep;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tradelake.gravity.CohortCells.Entry;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Agreements;
import tradelake.reference.EconomyPair;
import tradelake.reference.RcepPair;

/** When each pair enters RCEP, and which pairs never do and have no other new agreement either. */
record Entries(Agreements agreements, Doses doses) {
    private static final String BETWEEN = "_";

    Optional<RcepPair> rcep(EconomyPair pair) {
        return Optional.ofNullable(agreements.rcep().get(pair))
                .filter(known -> known.from().isPresent());
    }

    private OptionalInt year(EconomyPair pair) {
        return rcep(pair).flatMap(RcepPair::from).stream()
                .mapToInt(day -> day.getYear())
                .findFirst();
    }

    /** The year in which RCEP first entered into force between anybody. */
    int firstYear() {
        return agreements.rcep().keySet().stream()
                .flatMapToInt(pair -> year(pair).stream())
                .min()
                .orElseThrow();
    }

    boolean isControl(EconomyPair pair, Years quiet) {
        return !agreements.rcep().containsKey(pair) && !agreements.changes(pair, quiet.from(), quiet.to());
    }

    /** Cohorts of the year and kind of pair; after entry the dose is the part of the year in force. */
    Entry byKind(Cell cell) {
        return entry(cell, kind -> kind + BETWEEN, true);
    }

    /** Cohorts of the year. */
    Entry byYear(Cell cell) {
        return entry(cell, kind -> "", true);
    }

    /** Cohorts of the year, whole years alone. */
    Entry byWholeYear(Cell cell) {
        return entry(cell, kind -> "", false);
    }

    private Entry entry(Cell cell, Function<RcepPair.Kind, String> prefix, boolean part) {
        OptionalInt year = year(cell.pair());
        if (year.isEmpty()) return Entry.NEVER;
        int since = cell.year() - year.getAsInt();
        String cohort = prefix.apply(rcep(cell.pair()).orElseThrow().kind()) + year.getAsInt();
        return new Entry(cohort, since, part && since >= 0 ? doses.of(Dose.rcep, cell.pair(), cell.year()) : 1);
    }

    /** As if all had entered some years earlier, whole years alone. */
    Entry earlier(Cell cell, int years) {
        Entry entry = byWholeYear(cell);
        return entry.equals(Entry.NEVER) ? entry : new Entry("earlier", entry.eventTime() + years, 1);
    }

    static boolean isOfKind(String cohort, RcepPair.Kind kind) {
        return cohort.startsWith(kind + BETWEEN);
    }

    static boolean isOfYear(String cohort, int year) {
        return cohort.endsWith(Integer.toString(year));
    }
}
