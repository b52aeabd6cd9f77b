package tradelake.sources.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.sources.fetch.PlayedServer.json;
import static tradelake.sources.fetch.PlayedServer.rows;
import static tradelake.sources.fetch.PlayedServer.status;
import static tradelake.sources.fetch.Published.row;
import static tradelake.sources.fetch.Published.wanted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;
import tradelake.sources.fetch.Fetched.State;

/** Answers of the API, put together to one file a dataset. */
class AnswersTest {
    private static final String LIST = "/public/v1/getDA/C/A/HS";
    private static final String DATA = "/public/v1/preview/C/A/HS";
    private static final String FILE = "COMTRADE-PREVIEW-CA7042023HS.json.gz";
    private static final List<String> PARTNERS = List.of("0", "156", "392", "842");
    private static final int CAP = 3;

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private PlayedServer server;

    @BeforeEach
    void oneDataset() throws IOException {
        server = new PlayedServer().at(LIST, rows(List.of(Published.dataset(704, 2023, "2025-03-05T00:00:00", 9))));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Fetched run() {
        return run(wanted(Shelf.PREVIEW, "704", "2023"));
    }

    private static Wanted products(String... products) {
        Wanted plain = wanted(Shelf.PREVIEW, "704", "2023");
        return new Wanted(
                plain.shelf(),
                plain.reporters(),
                plain.periods(),
                plain.monthly(),
                plain.flows(),
                List.of(products),
                plain.since());
    }

    private Fetched run(Wanted wanted) {
        Patience patience =
                new Patience(2, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(5));
        return new Fetch(
                        new Fetch.Server(server.base(), Optional.empty(), patience, PARTNERS, CAP),
                        new PlayedTimes(),
                        notes::add)
                .into(folder, wanted);
    }

    private FileFacts facts() {
        return new FirstPass(new Configuration(), 1)
                .of(new org.apache.hadoop.fs.Path(folder.resolve(FILE).toUri()));
    }

    @Test
    void anAnswerBelowTheCapIsTheDataset() {
        server.at(DATA, rows(List.of(row(704, 2023, "X", 0, "7"), row(704, 2023, "X", 156, "7"))));
        assertThat(run().items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(State.fetched);
            assertThat(item.rows()).isEqualTo(2);
        });
        assertThat(facts().isReadable()).as(facts().message()).isTrue();
        assertThat(server.asked(DATA))
                .extracting(PlayedServer.Asked::query)
                .containsExactly(
                        "reporterCode=704&period=2023&flowCode=M,X&cmdCode=TOTAL&partner2Code=0&customsCode=C00&motCode=0&maxRecords=3");
    }

    @Test
    void anAnswerAtTheCapIsAskedForInPartsByFlowThenByPartner() throws IOException {
        server.at(DATA, exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            List<String> asked = new ArrayList<>();
            for (String flow : List.of("M", "X"))
                for (String partner : PARTNERS)
                    if (holds(query, "flowCode", flow) && holds(query, "partnerCode", partner))
                        asked.add(row(704, 2023, flow, Integer.parseInt(partner), "12345678901234.125"));
            rows(asked.subList(0, Math.min(CAP, asked.size()))).to(exchange);
        });
        assertThat(run().ending()).isEmpty();
        assertThat(facts().isReadable()).isTrue();
        assertThat(facts().rows()).isEqualTo(8);
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(FILE)))) {
            assertThat(new String(in.readAllBytes(), UTF_8))
                    .startsWith("[{\"typeCode\":\"C\"")
                    .contains("\"qty\":null,", "\"primaryValue\":12345678901234.125,");
        }
        assertThat(server.asked(DATA)).hasSize(1 + 2 + 4);
        assertThat(folder.resolve("_parts")).isEmptyDirectory();
    }

    private static boolean holds(String query, String name, String value) {
        for (String part : query.split("&"))
            if (part.startsWith(name + "="))
                return List.of(part.substring(name.length() + 1).split(",")).contains(value);
        return true;
    }

    @Test
    void anAnswerThatIsAtTheCapHoweverLittleIsAskedForIsRefused() {
        List<String> many =
                List.of(row(704, 2023, "X", 0, "1"), row(704, 2023, "X", 156, "1"), row(704, 2023, "X", 392, "1"));
        server.at(DATA, rows(many));
        Fetched fetched = run();
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("Reporter 704 in 2023", "fill an answer (3 rows), so it was cut");
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    void anEmptyAnswerIsSaidAndAskedForAgain() {
        server.at(DATA, rows(List.of()), rows(List.of(row(704, 2023, "X", 156, "7"))));
        Fetched first = run();
        assertThat(first.ending()).isEmpty();
        assertThat(first.items()).extracting(Fetched.Item::state).containsExactly(State.empty);
        assertThat(notes).contains("Reporter 704 in 2023: the answer has no rows, though the list announces 9.");
        assertThat(run().items()).extracting(Fetched.Item::state).containsExactly(State.fetched);
    }

    @Test
    void anErrorInTheAnswerIsNoData() {
        server.at(DATA, json("{\"count\": 0, \"data\": [], \"error\": \"Result exceeds the limit\"}"));
        assertThat(run().ending().orElseThrow())
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("Result exceeds the limit");
    }

    @Test
    void anAnswerThatWasCutShortIsAskedForAgain() {
        byte[] whole =
                ("{\"count\": 1, \"data\": [" + row(704, 2023, "X", 156, "7") + "], \"error\": \"\"}").getBytes(UTF_8);
        server.at(DATA, PlayedServer.cut(whole, 100), PlayedServer.file(whole));
        assertThat(run().items()).extracting(Fetched.Item::rows).containsExactly(1L);
    }

    @Test
    void aQuestionThatTheServerFindsTooLongIsAskedInTwo() {
        server.at(
                DATA,
                status(414, ""),
                rows(List.of(row(704, 2023, "M", 156, "7"))),
                rows(List.of(row(704, 2023, "X", 156, "8"))));
        assertThat(run().items()).extracting(Fetched.Item::rows).containsExactly(2L);
    }

    @Test
    void whatIsAskedForOtherwiseReplacesWhatWasThereInWhateverOrder() {
        server.at(DATA, rows(List.of(row(704, 2023, "X", 156, "7"))), rows(List.of(row(704, 2023, "X", 392, "9"))));
        run();
        assertThat(run(products("TOTAL", "AG2")).items())
                .extracting(Fetched.Item::state)
                .containsExactly(State.fetched);
        assertThat(facts().value()).isEqualByComparingTo("9");
        assertThat(run(products("AG2", "TOTAL")).items())
                .extracting(Fetched.Item::state)
                .containsExactly(State.there);
        assertThat(run().items()).extracting(Fetched.Item::state).containsExactly(State.fetched);
    }

    @Test
    void ofTwoRowsOfOneDatasetTheNewerCounts() {
        server.at(
                LIST,
                rows(List.of(
                        Published.dataset(704, 2023, "2025-09-05T00:00:00", 9),
                        Published.dataset(704, 2023, "2025-03-05T00:00:00", 9).replace("H6", "H5"))));
        server.at(DATA, rows(List.of(row(704, 2023, "X", 156, "7"))));
        assertThat(run().items()).extracting(Fetched.Item::published).containsExactly("2025-09-05");
        assertThat(run().items()).extracting(Fetched.Item::state).containsExactly(State.there);
    }

    @Test
    void anAnswerOfAnotherYearIsKeptOut() {
        server.at(DATA, rows(List.of(row(704, 2022, "X", 156, "7"))));
        assertThat(run().ending().orElseThrow()).hasMessageContaining("another reporter, period or classification");
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    void whatIsPublishedAgainReplacesWhatWasThere() {
        server.at(DATA, rows(List.of(row(704, 2023, "X", 156, "7"))), rows(List.of(row(704, 2023, "X", 392, "9"))));
        run();
        assertThat(run().items()).extracting(Fetched.Item::state).containsExactly(State.there);
        server.at(LIST, rows(List.of(Published.dataset(704, 2023, "2025-09-01T00:00:00", 9))));
        assertThat(run().items()).extracting(Fetched.Item::state).containsExactly(State.fetched);
        assertThat(facts().value()).isEqualByComparingTo("9");
        assertThat(folder.toFile().list((dir, name) -> name.endsWith(".gz"))).containsExactly(FILE);
    }

    @Test
    void aQuestionThatTheServerDoesNotUnderstandIsTheUsers() {
        server.at(LIST, status(400, "{\"title\": \"One or more validation errors occurred.\"}"));
        org.assertj.core.api.Assertions.assertThatThrownBy(this::run)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("One or more validation errors occurred.");
    }
}
