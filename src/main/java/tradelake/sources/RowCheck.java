package tradelake.sources;

import static tradelake.sources.ApiField.CLASSIFICATION_CODE;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.FLOW_CODE;
import static tradelake.sources.ApiField.FREQ_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_CODE;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.REF_YEAR;
import static tradelake.sources.ApiField.REPORTER_CODE;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.util.List;
import java.util.Optional;

/** Says of a row whether it can be used: who, when, with whom, which way, what and how much must be readable. */
final class RowCheck {
    private static final List<String> FLOWS = List.of("M", "X", "RX", "RM", "DX", "FM", "MIP", "MOP", "XIP", "XOP");
    private static final long[] PACKED_FLOWS =
            FLOWS.stream().mapToLong(Slice::packed).toArray();
    private static final long[] TYPES = {Slice.packed("C"), Slice.packed("S")};
    private static final long[] FREQUENCIES = {Slice.packed("A"), Slice.packed("M")};
    private static final long MONTHLY = Slice.packed("M");
    /** Some forty times the trade of all economies in a year. */
    private static final double MOST_USD = 1e15;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private long knownClassification = Slice.packed("H5");
    private long knownMonth = Slice.packed("201903");

    /** The first thing that is wrong with the row; nothing when it can be used. An empty value is allowed. */
    Optional<Flaw> of(RowCursor row) {
        if (!isOneOf(TYPES, row.packedOf(TYPE_CODE))) return flaw(row, "type", TYPE_CODE, "C or S");
        if (!isOneOf(FREQUENCIES, row.packedOf(FREQ_CODE))) return flaw(row, "frequency", FREQ_CODE, "A or M");
        if (row.packedOf(FREQ_CODE) == MONTHLY && !isMonth(row.packedOf(PERIOD)))
            return flaw(row, "period", PERIOD, "a month such as 201903");
        if (row.intOf(REPORTER_CODE) <= 0) return flaw(row, "reporter", REPORTER_CODE, "a country code above zero");
        if (!isYear(row.intOf(REF_YEAR))) return flaw(row, "year", REF_YEAR, "a year from 1900 to 2100");
        if (row.intOf(PARTNER_CODE) < 0) return flaw(row, "partner", PARTNER_CODE, "a country code, 0 or more");
        if (row.intOf(PARTNER2_CODE) < 0) return flaw(row, "partner", PARTNER2_CODE, "a country code, 0 or more");
        if (!isOneOf(PACKED_FLOWS, row.packedOf(FLOW_CODE)))
            return flaw(row, "flow", FLOW_CODE, "one of " + String.join(", ", FLOWS));
        long classification = row.packedOf(CLASSIFICATION_CODE);
        if (!isKnown(classification))
            return flaw(row, "classification", CLASSIFICATION_CODE, "a classification such as H5");
        if (row.intOf(MOT_CODE) < 0) return flaw(row, "transport", MOT_CODE, "a mode of transport, 0 or more");
        Optional<Flaw> code = code(row, classification);
        return code.isPresent() ? code : value(row);
    }

    private static boolean isOneOf(long[] known, long packed) {
        for (long one : known) if (one == packed) return true;
        return false;
    }

    private boolean isKnown(long classification) {
        if (classification == knownClassification) return true;
        if (!isClassification(classification)) return false;
        knownClassification = classification;
        return true;
    }

    private boolean isMonth(long period) {
        if (period == knownMonth) return true;
        if (period == Slice.TOO_LONG || !Slice.unpacked(period).matches("\\d{4}(0[1-9]|1[0-2])")) return false;
        knownMonth = period;
        return true;
    }

    /** A letter, then letters or digits: H0 to H6, S1 to S4, B4, EB02 and others. */
    static boolean isClassification(long packed) {
        return packed != Slice.TOO_LONG && Slice.unpacked(packed).matches("[A-Z][A-Z0-9]+");
    }

    /** Whether the row belongs to a reporter and a year, usable or not. */
    static boolean isPlaceable(int reporter, int year) {
        return reporter > 0 && isYear(year);
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Optional<Flaw> code(RowCursor row, long classification) {
        long code = row.packedOf(CMD_CODE);
        if (!CommodityCode.isWellFormed(row, code)) return flaw(row, "code", CMD_CODE, "a commodity code");
        if (!CommodityCode.lacksZero(code, classification)) return Optional.empty();
        String message = "cmdCode is '%s': a leading zero seems lost, and no level in the row says so."
                .formatted(row.textOf(CMD_CODE));
        return Optional.of(new Flaw("code_lost_zero", message));
    }

    private static Optional<Flaw> value(RowCursor row) {
        double value = row.doubleOf(PRIMARY_VALUE);
        if (value > MOST_USD)
            return Optional.of(
                    Flaw.of("excessive_value", PRIMARY_VALUE, row.textOf(PRIMARY_VALUE), "1e15 US dollars or less"));
        if (value >= 0 || row.packedOf(PRIMARY_VALUE) == 0) return Optional.empty();
        if (value < 0)
            return Optional.of(Flaw.of("negative_value", PRIMARY_VALUE, row.textOf(PRIMARY_VALUE), "0 or more"));
        return flaw(row, "value", PRIMARY_VALUE, "a finite number");
    }

    private static Optional<Flaw> flaw(RowCursor row, String what, ApiField field, String expected) {
        return Optional.of(Flaw.of("unreadable_" + what, field, row.textOf(field), expected));
    }
}
