package tradelake.sources;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * What the first pass found in one file. Of a damaged file the counts are those up to the damage.
 *
 * @param path as it was given
 * @param sha256 of the file as stored, hex: the id of the release; "" when it could not be read at all
 * @param bytes size as stored
 * @param format {@link Format#name} of the format it is in
 * @param kind whether it is the whole of its dataset
 * @param published the day in its name, or in that of a file with the same bytes
 * @param verdict whether it can be used
 * @param reason why it cannot, lower_snake_case; "" when it can
 * @param message the same as one sentence; "" when it can be used
 * @param rows raw rows, those with a problem too
 * @param rowsWithProblem rows that cannot be used
 * @param rowsWithoutValue rows whose value is empty or unreadable
 * @param value exact sum of the readable values, six decimals, current USD
 * @param synthetic whether it says of itself that Tradelake made it, see {@link SyntheticMark}
 * @param datasets by reporter, year and classification
 */
public record FileFacts(
        String path,
        String sha256,
        long bytes,
        Optional<String> format,
        Optional<Format.Kind> kind,
        Optional<LocalDate> published,
        Verdict verdict,
        String reason,
        String message,
        long rows,
        long rowsWithProblem,
        long rowsWithoutValue,
        BigDecimal value,
        boolean synthetic,
        List<DatasetFacts> datasets) {

    /** The same facts of a file whose day of publication is known from elsewhere, where its own name does not say. */
    FileFacts publishedAs(Optional<LocalDate> day) {
        return published.isPresent() || day.isEmpty()
                ? this
                : new FileFacts(
                        path,
                        sha256,
                        bytes,
                        format,
                        kind,
                        day,
                        verdict,
                        reason,
                        message,
                        rows,
                        rowsWithProblem,
                        rowsWithoutValue,
                        value,
                        synthetic,
                        datasets);
    }

    /** Of a file that could not be opened or read. */
    static FileFacts unreadable(Path file, Refusal why) {
        return new FileFacts(
                file.toString(),
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                PublicationDate.in(file.getName()),
                why.verdict(),
                why.reason(),
                why.message(),
                0,
                0,
                0,
                BigDecimal.ZERO.setScale(6),
                false,
                List.of());
    }

    public boolean isReadable() {
        return verdict == Verdict.READABLE;
    }
}
