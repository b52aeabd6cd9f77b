package tradelake.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.List;
import tradelake.lake.BadInput;

/**
 * One file for {@link ComtradeSource} to read.
 *
 * @param path local or on any Hadoop file system
 * @param release id of the release; where it is a sha256, the reader makes sure that the file still has it
 * @param bytes size as stored, for sharing out the work; 0 when unknown
 */
public record SourceFile(String path, String release, long bytes) implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file as the first pass saw it. */
    public static SourceFile of(FileFacts facts) {
        return new SourceFile(facts.path(), facts.sha256(), facts.bytes());
    }

    /** These files as the option {@link ComtradeSource#FILES}. */
    public static String toJson(List<SourceFile> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of plain values always has a JSON form.", e);
        }
    }

    static List<SourceFile> fromJson(String json) {
        try {
            return List.of(JSON.readValue(json, SourceFile[].class));
        } catch (JsonProcessingException e) {
            throw new BadInput(
                    "Cannot read the option %s: give a JSON list of objects with path, release and bytes."
                            .formatted(ComtradeSource.FILES),
                    e);
        }
    }
}
