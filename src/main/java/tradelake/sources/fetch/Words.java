package tradelake.sources.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a server says of a failure, in one line that is fit to be printed. */
final class Words {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of("message", "error", "title");
    private static final int MOST = 160;

    private Words() {}

    /**
     * The message of a JSON answer, or else the first line of a text; a page of HTML says nothing.
     *
     * @param masked takes out what is not to be told, before anything is cut
     */
    static String of(String body, UnaryOperator<String> masked) {
        String text = body.strip();
        String said = text.startsWith("{") ? field(text) : text.startsWith("<") ? "" : text;
        String line = masked.apply(said).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() > MOST ? line.substring(0, MOST) + Key.CUT : line;
    }

    /** The message of a failure; where it has none, its name and that of its cause. */
    static String of(Throwable failure) {
        if (failure.getMessage() != null) return failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null ? name : name + " by " + of(failure.getCause());
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
