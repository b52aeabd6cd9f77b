package tradelake.sources.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What a server says of a failure, in one line that is fit to be printed. */
final class Words {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of("message", "error", "title");
    private static final int MOST = 160;

    private Words() {}

    /** The message of a JSON answer, or else the first line of a text; a page of HTML says nothing. */
    static String of(String body) {
        String text = body.strip();
        String said = text.startsWith("{") ? field(text) : text.startsWith("<") ? "" : text;
        String line = said.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() > MOST ? line.substring(0, MOST) + "..." : line;
    }

    private static String field(String json) {
        try {
            JsonNode answer = JSON.readTree(json);
            return FIELDS.stream()
                    .map(name -> answer.path(name).asText(""))
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
