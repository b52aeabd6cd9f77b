package tradelake.sources.fetch;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import tradelake.lake.CheckFailed;

/** The service's own list of what it has, read in as many questions as it takes. */
final class Announcements {
    /** The public list answers for at most so many at once. */
    private static final int MOST_PERIODS = 12;

    private static final String REPORTERS = "reporterCode";
    private static final String PERIODS = "period";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PERIOD = Pattern.compile("\\d{4}|\\d{6}");
    private static final Pattern CLASSIFICATION = Pattern.compile("[A-Z][A-Z0-9]{1,3}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[-+:.\\dTZ ]*");

    private final Conversation conversation;
    private final Wanted wanted;
    private final Path scratch;

    /** @param scratch where answers are put while they are read */
    Announcements(Conversation conversation, Wanted wanted, Path scratch) {
        this.conversation = conversation;
        this.wanted = wanted;
        this.scratch = scratch;
    }

    /**
     * What is published in the classification that the reporter used, by reporter and period; of what would be one file the
     * newest.
     */
    List<Announced> read() {
        List<Announced> all = new ArrayList<>();
        for (int i = 0; i < wanted.periods().size(); i += MOST_PERIODS)
            collect(
                    query(wanted.periods()
                            .subList(
                                    i,
                                    Math.min(i + MOST_PERIODS, wanted.periods().size()))),
                    all);
        return all.stream()
                .filter(Announced::original)
                .filter(wanted::includes)
                .collect(toMap(this::fileName, it -> it, BinaryOperator.maxBy(comparing(Announced::edition))))
                .values()
                .stream()
                .sorted(comparing(Announced::reporter)
                        .thenComparing(Announced::period)
                        .thenComparing(Announced::classification)
                        .thenComparing(Announced::edition))
                .toList();
    }

    private String fileName(Announced it) {
        return it.fileName(wanted.shelf(), wanted.frequency());
    }

    private Query query(List<String> periods) {
        return Query.NOTHING
                .with(REPORTERS, wanted.reporters())
                .with(PERIODS, periods)
                .with(
                        "publishedDateFrom",
                        wanted.since().map(day -> List.of(day.toString())).orElse(List.of()));
    }

    private void collect(Query query, List<Announced> into) {
        Optional<List<Query>> halves = query.halves(REPORTERS, PERIODS);
        try {
            if (!query.isTooLong() || halves.isEmpty()) {
                into.addAll(answer(query));
                return;
            }
        } catch (TooLong e) {
            if (halves.isEmpty())
                throw new CheckFailed("The server takes no question at all (%s).".formatted(e.getMessage()));
        }
        halves.get().forEach(half -> collect(half, into));
    }

    private List<Announced> answer(Query query) {
        conversation.ask(wanted.shelf().list + wanted.place(), query, scratch);
        JsonNode answer = json();
        String error = answer.path("error").asText("");
        if (!error.isBlank())
            throw new CheckFailed("UN Comtrade's list is an error message (%s).".formatted(conversation.said(error)));
        if (!answer.path("data").isArray()) throw unlike("it has no rows under data");
        List<Announced> rows = new ArrayList<>();
        answer.path("data").forEach(row -> rows.add(announced(row)));
        return rows;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(scratch.toFile());
        } catch (IOException e) {
            throw unlike("it is no JSON");
        } finally {
            scratch.toFile().delete();
        }
    }

    /** Names of files are made of these, so each must be what it is to be. */
    private Announced announced(JsonNode row) {
        return new Announced(
                row.path(REPORTERS).asInt(-1),
                matching(row, PERIODS, PERIOD),
                matching(row, "classificationCode", CLASSIFICATION),
                row.path("isOriginalClassification").asBoolean(true),
                moment(row),
                conversation.said(row.path("datasetChecksum").asText("")),
                path(row.path("fileUrl").asText("")),
                conversation.said(row.path("fileSize").asText("")),
                row.path("totalRecords").asLong(0));
    }

    private String moment(JsonNode row) {
        String text = matching(row, wanted.shelf().published, MOMENT);
        try {
            Announced.day(text);
            return text;
        } catch (DateTimeParseException e) {
            throw unlike("its %s is \"%s\"".formatted(wanted.shelf().published, conversation.said(text)));
        }
    }

    private String matching(JsonNode row, String field, Pattern form) {
        String text = row.path(field).asText("");
        if (form.matcher(text).matches()) return text;
        throw unlike("its %s is \"%s\"".formatted(field, conversation.said(text)));
    }

    /** Of the address of a file only the path counts: the key goes to no server that a list names. */
    private String path(String address) {
        if (!wanted.shelf().holdsFiles()) return "";
        try {
            String path = URI.create(address).getRawPath();
            if (path != null && path.length() > 1) return path;
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw unlike("its fileUrl is \"%s\"".formatted(conversation.said(address)));
    }

    private static CheckFailed unlike(String what) {
        return new CheckFailed("UN Comtrade's list is not as it is known (%s): see whether a newer Tradelake reads it."
                .formatted(what));
    }
}
