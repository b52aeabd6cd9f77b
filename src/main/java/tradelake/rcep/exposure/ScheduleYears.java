package tradelake.rcep.exposure;

import java.util.Set;

/**
 * The calendar years of RCEP's tariff cuts: the first on 1 January 2022, whenever a party joined, then on 1 January of each
 * year, and on 1 April in Indonesia, Japan and the Philippines. The rate of a calendar year is that of 1 July. Source: RCEP,
 * Annex I, general notes.
 */
final class ScheduleYears {
    private static final int FIRST = 2022;
    private static final Set<String> CUT_IN_APRIL = Set.of("IDN", "JPN", "PHL");

    private ScheduleYears() {}

    /** The calendar year that has the rate of a year of an importer's schedule on 1 July; for April cuts year 1 has none. */
    static int calendarYear(String importer, int year) {
        return FIRST - 1 + year - (CUT_IN_APRIL.contains(importer) ? 1 : 0);
    }
}
