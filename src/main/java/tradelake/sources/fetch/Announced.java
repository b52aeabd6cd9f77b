package tradelake.sources.fetch;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A dataset that the service says it has.
 *
 * @param reporter Comtrade code
 * @param period year, or month as yyyymm
 * @param classification such as {@code H6}
 * @param original whether the reporter used it, and no statistician converted it
 * @param published as the service writes it
 * @param checksum of the dataset as the service has it, by a rule of its own; "" where the list has none
 * @param path of its file; "" where it is to be had by question
 * @param size of its file, for people to read; "" where the list has none
 * @param rows of the dataset with all its breakdowns; 0 where the list has none
 */
record Announced(
        int reporter,
        String period,
        String classification,
        boolean original,
        String published,
        String checksum,
        String path,
        String size,
        long rows) {

    LocalDate day() {
        return day(published);
    }

    /** Of a moment as the service writes it. */
    static LocalDate day(String moment) {
        return LocalDate.parse(moment.substring(0, 10));
    }

    int year() {
        return Integer.parseInt(period.substring(0, 4));
    }

    /** Differs when the dataset was published again. */
    String edition() {
        return published + " " + checksum;
    }

    /**
     * The name of its file. That of a whole file bears the day: both stay, and the newer counts. An answer replaces an older
     * one at the same path: its rows would else be added to those that a revision took out.
     */
    String fileName(Shelf shelf, String frequency) {
        return shelf.holdsFiles()
                ? "COMTRADE-%s-%s%s[%s].gz".formatted(shelf.kind(), dataset(frequency), classification, day())
                : "COMTRADE-%s-%sHS.json.gz".formatted(shelf.kind(), dataset(frequency));
    }

    private String dataset(String frequency) {
        return String.format(Locale.ROOT, "C%s%03d%s", frequency, reporter, period);
    }
}
