package tradelake.rcep.exposure;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import tradelake.reference.HsEdition;

/**
 * One line of a tariff schedule in years in which its rate stays the same.
 *
 * @param agreement id of the agreement as in the list of agreements, {@link #RCEP}, {@link #MFN} or {@link #BASE}
 * @param beneficiary economy or group whose goods have the rate, {@link #ANYONE} for all
 * @param code national code of 6, 8, 9, 10 or 12 digits; the first six are of the Harmonized System
 * @param from the first calendar year
 * @param to the last one; empty: and all after
 * @param rate ad valorem, as a fraction, that of goods outside the agreement being what they pay anyway; empty: a specific or
 *     mixed duty
 * @param published the rate as the file has it
 * @param source the file
 */
record TariffLine(
        String agreement,
        String importer,
        String beneficiary,
        HsEdition edition,
        String code,
        int from,
        OptionalInt to,
        OptionalDouble rate,
        String published,
        String source) {
    static final String RCEP = "RCEP";
    static final String MFN = "MFN";

    /** The rate that a schedule's cuts start from: the most-favoured-nation rate of the day it was negotiated on. */
    static final String BASE = "RCEP-BASE";

    static final String ANYONE = "*";

    static boolean isCode(String digits) {
        return digits.matches("\\d{6}|\\d{8,10}|\\d{12}");
    }
}
