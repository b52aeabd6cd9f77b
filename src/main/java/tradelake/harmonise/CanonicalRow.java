package tradelake.harmonise;

import static tradelake.harmonise.Reason.ACCEPTED;
import static tradelake.harmonise.Reason.CUSTOMS_BREAKDOWN;
import static tradelake.harmonise.Reason.GROUP_PARTNER;
import static tradelake.harmonise.Reason.GROUP_REPORTER;
import static tradelake.harmonise.Reason.MALFORMED_CODE;
import static tradelake.harmonise.Reason.NOT_ANNUAL;
import static tradelake.harmonise.Reason.OUTSIDE_YEARS;
import static tradelake.harmonise.Reason.PARTNER2_BREAKDOWN;
import static tradelake.harmonise.Reason.SERVICES;
import static tradelake.harmonise.Reason.TRANSPORT_BREAKDOWN;
import static tradelake.harmonise.Reason.UNKNOWN_FLOW;
import static tradelake.harmonise.Reason.UNKNOWN_PARTNER;
import static tradelake.harmonise.Reason.UNUSABLE_VALUE;

/** The rules that a single row must meet to be counted: goods of a year, with no breakdown that stands beside its own total. */
final class CanonicalRow {
    private static final int EUROPEAN_UNION = 97;
    private static final int ASEAN = 975;

    private final AdditiveSettings.Years years;
    private final String frequency;

    /** @param frequency of the rows that count, A or M */
    CanonicalRow(AdditiveSettings.Years years, String frequency) {
        this.years = years;
        this.frequency = frequency;
    }

    /** Why the row is set aside, or {@code ACCEPTED}. */
    Reason setAside(PublishedRow row) {
        if (!years.contains(row.year())) return OUTSIDE_YEARS;
        if (!row.typeCode().equals("C") || !row.mos().equals("0")) return SERVICES;
        if (!row.freqCode().equals(frequency)) return NOT_ANNUAL;
        if (isGroup(row.reporter())) return GROUP_REPORTER;
        if (isGroup(row.partner())) return GROUP_PARTNER;
        if (row.partner2() != PublishedRow.WORLD) return PARTNER2_BREAKDOWN;
        if (!row.customs().equals("C00")) return CUSTOMS_BREAKDOWN;
        if (row.mot() != 0) return TRANSPORT_BREAKDOWN;
        return ACCEPTED;
    }

    /** Why a row that would count is refused, or {@code ACCEPTED}. */
    Reason quarantine(PublishedRow row) {
        if (!(row.value() >= 0 && row.value() < Double.POSITIVE_INFINITY)) return UNUSABLE_VALUE;
        if (!Flow.isKnown(row.flow())) return UNKNOWN_FLOW;
        if (row.partner() < PublishedRow.WORLD) return UNKNOWN_PARTNER;
        if (!HsCode.isWellFormed(row.code())) return MALFORMED_CODE;
        return ACCEPTED;
    }

    private static boolean isGroup(int economy) {
        return economy == EUROPEAN_UNION || economy == ASEAN;
    }
}
