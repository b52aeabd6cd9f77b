package tradelake.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day a file was published, where its name tells: {@code COMTRADE-FINAL-CA3282024H5[2025-03-05].gz}. */
final class PublicationDate {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[(\\d{4}-\\d{2}-\\d{2})]");

    private PublicationDate() {}

    static Optional<LocalDate> in(String fileName) {
        Matcher date = IN_BRACKETS.matcher(fileName);
        return date.find() ? parsed(date.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> parsed(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
