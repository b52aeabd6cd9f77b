package tradelake.sources.synthetic;

import java.util.Locale;
import tradelake.reference.HsEdition;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * One bulk file.
 *
 * @param file its path below the sample's folder
 * @param edition of its rows
 * @param original false: converted from the reporter's edition
 * @param earlier the values before a revision
 */
record Publication(String file, int year, HsEdition edition, boolean original, boolean earlier) {

    /** Under the name that UNSD's Python client gives it, with the day of publication. */
    static Publication dated(Trader reporter, int year, HsEdition edition, String day) {
        String file = String.format(
                Locale.ROOT,
                "%s/COMTRADE-FINAL-CA%03d%d%s[%s].gz",
                reporter.key(),
                reporter.code(),
                year,
                edition,
                day);
        return new Publication(file, year, edition, edition == reporter.edition(year), false);
    }

    /** Under the name that it has on UNSD's server, which tells no day. */
    static Publication undated(Trader reporter, int year) {
        HsEdition edition = reporter.edition(year);
        String file = String.format(
                Locale.ROOT, "%s/C_A_%d_%d01_%s_O.txt.gz", reporter.key(), reporter.code(), year, edition);
        return new Publication(file, year, edition, true, false);
    }

    /** A group reporter's file. */
    static Publication ofGroup(String key, int code, int year, HsEdition edition, String day) {
        String file = String.format(Locale.ROOT, "%s/COMTRADE-FINAL-CA%03d%d%s[%s].gz", key, code, year, edition, day);
        return new Publication(file, year, edition, true, false);
    }

    Publication beforeRevision() {
        return new Publication(file, year, edition, original, true);
    }

    /** A day between March and December of the year after. */
    static String day(Noise noise, int reporter, int year) {
        int month = 3 + (int) (noise.uniform(Draw.RELEASE_DAY, reporter, year, 0) * 10);
        int day = 1 + (int) (noise.uniform(Draw.RELEASE_DAY, reporter, year, 1) * 28);
        return String.format(Locale.ROOT, "%d-%02d-%02d", year + 1, month, day);
    }
}
