package tradelake.sources.fetch;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a user asks for.
 *
 * @param reporters Comtrade codes; empty for all
 * @param periods years, or months as yyyymm
 * @param monthly whether the data of months are meant, not those of years
 * @param flows {@code X}, {@code M} and others; of the API alone
 * @param products {@code TOTAL}, {@code AG2}, {@code AG4}, {@code AG6} or codes; of the API alone
 * @param since only what was published on this day or later
 */
public record Wanted(
        Shelf shelf,
        List<String> reporters,
        List<String> periods,
        boolean monthly,
        List<String> flows,
        List<String> products,
        Optional<LocalDate> since) {

    /** Type, frequency and classification, as paths of the service end. */
    String place() {
        return "/C/" + frequency() + "/HS";
    }

    String frequency() {
        return monthly ? "M" : "A";
    }

    /** What distinguishes an answer from another of the same dataset, in whatever order it was asked for. */
    String asked() {
        return shelf.holdsFiles() ? "" : sorted(flows) + " " + sorted(products);
    }

    private static String sorted(List<String> words) {
        return words.stream().distinct().sorted().collect(joining(","));
    }

    /** Whether it was asked for; a list may hold more. */
    boolean includes(Announced it) {
        return (reporters.isEmpty() || reporters.contains("" + it.reporter()))
                && periods.contains(it.period())
                && since.filter(it.day()::isBefore).isEmpty();
    }
}
