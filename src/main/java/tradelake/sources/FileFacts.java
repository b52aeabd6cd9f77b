package tradelake.sources;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
 * @param published the day in its name
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
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);

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

    @JsonIgnore
    public boolean isReadable() {
        return verdict == Verdict.READABLE;
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values always has a JSON form.", e);
        }
    }

    /** Reads what {@link #toJson} wrote. */
    public static FileFacts fromJson(String json) {
        try {
            return JSON.readValue(json, FileFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read file facts: " + json, e);
        }
    }
}
