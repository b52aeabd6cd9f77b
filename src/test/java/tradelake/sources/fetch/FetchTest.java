package tradelake.sources.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradelake.sources.fetch.PlayedServer.cut;
import static tradelake.sources.fetch.PlayedServer.file;
import static tradelake.sources.fetch.PlayedServer.json;
import static tradelake.sources.fetch.PlayedServer.rows;
import static tradelake.sources.fetch.PlayedServer.status;
import static tradelake.sources.fetch.Published.bulk;
import static tradelake.sources.fetch.Published.wanted;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.TryLater;
import tradelake.sources.InputFiles;
import tradelake.sources.fetch.Fetched.State;

/** Bulk files from a server that plays what UN Comtrade's was seen to do; nothing here ever asks the internet. */
class FetchTest {
    private static final String LIST = "/bulk/v1/get/C/A/HS";
    private static final String CHINA = "/bulk/v1/file/156/aa01";
    private static final String JAPAN = "/bulk/v1/file/392/bb02";
    private static final String CHINA_FILE = "COMTRADE-FINAL-CA1562023H6[2025-03-05].gz";
    private static final String JAPAN_FILE = "COMTRADE-FINAL-CA3922023H6[2025-04-06].gz";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final byte[] CHINA_BYTES = bulk(156, 2023, 400, 1);
    private static final byte[] JAPAN_BYTES = bulk(392, 2023, 5, 2);

    @TempDir
    Path folder;

    private final PlayedTimes times = new PlayedTimes();
    private final List<String> notes = new ArrayList<>();
    private PlayedServer server;

    @BeforeEach
    void twoDatasets() throws IOException {
        server = new PlayedServer()
                .at(
                        LIST,
                        rows(List.of(
                                Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01"),
                                Published.file(392, 2023, "2025-04-06T08:00:00", "bb02"))))
                .at(CHINA, file(CHINA_BYTES))
                .at(JAPAN, file(JAPAN_BYTES));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Fetch fetch(int tries) {
        Patience patience = new Patience(
                tries, Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ZERO, Duration.ofMillis(400));
        Optional<Key> key = Key.of(Optional.empty(), SECRET);
        return new Fetch(new Fetch.Server(server.base(), key, patience, List.of(), 100_000), times, notes::add);
    }

    private Fetched run() {
        return fetch(3).into(folder, wanted(Shelf.FINAL, "156,392", "2023"));
    }

    private List<String> files() {
        return InputFiles.under(List.of(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration()).stream()
                .map(file -> file.getPath().getName())
                .toList();
    }

    private static List<State> states(Fetched fetched) {
        return fetched.items().stream().map(Fetched.Item::state).toList();
    }

    @Test
    void whatIsNewComesUnderTheNameThatTheServicesOwnClientGives() throws IOException {
        Fetched fetched = run();
        assertThat(fetched.ending()).isEmpty();
        assertThat(fetched.items())
                .extracting(Fetched.Item::state, Fetched.Item::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.fetched, 400L),
                        org.assertj.core.groups.Tuple.tuple(State.fetched, 5L));
        assertThat(files()).containsExactly(CHINA_FILE, JAPAN_FILE);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
        assertThat(folder.resolve("_parts")).isEmptyDirectory();
    }

    @Test
    void theSecondRunOnlyReadsTheList() {
        run();
        int before = server.asked().size();
        assertThat(states(run())).containsExactly(State.there, State.there);
        assertThat(server.asked().subList(before, server.asked().size()))
                .extracting(PlayedServer.Asked::path)
                .containsExactly(LIST);
    }

    @Test
    void whatWasPublishedAgainIsFetchedAndTheOlderStays() {
        run();
        byte[] revised = bulk(156, 2023, 401, 3);
        server.at(LIST, rows(List.of(Published.file(156, 2023, "2025-09-01T00:00:00Z", "cc03"))))
                .at("/bulk/v1/file/156/cc03", file(revised));
        assertThat(states(run())).containsExactly(State.fetched);
        assertThat(files()).containsExactly(CHINA_FILE, "COMTRADE-FINAL-CA1562023H6[2025-09-01].gz", JAPAN_FILE);
    }

    @Test
    void whatWasPublishedTwiceOnADayIsFetchedTwice() {
        run();
        byte[] revised = bulk(156, 2023, 401, 3);
        server.at(LIST, rows(List.of(Published.file(156, 2023, "2025-03-05T17:00:00Z", "cc03"))))
                .at("/bulk/v1/file/156/cc03", file(revised));
        assertThat(states(run())).containsExactly(State.fetched);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(revised);
    }

    @Test
    void aFileThatWasDeletedOrCutIsFetchedAnewAndOneThatAnotherProgramFetchedIsNot() throws IOException {
        Files.write(folder.resolve(JAPAN_FILE), JAPAN_BYTES);
        assertThat(states(run())).containsExactly(State.fetched, State.there);
        Files.write(folder.resolve(CHINA_FILE), new byte[] {1});
        assertThat(states(run())).containsExactly(State.fetched, State.there);
        Files.delete(folder.resolve(CHINA_FILE));
        assertThat(states(run())).containsExactly(State.fetched, State.there);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
        assertThat(server.asked(JAPAN)).isEmpty();
    }

    @Test
    void whatIsThereHasTheRowsOfItsFileAndNotThoseOfTheList() {
        String row = Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01");
        server.at(LIST, rows(List.of(row.replaceFirst("\\{", "{\"totalRecords\": 999,"))));
        run();
        assertThat(run().items()).extracting(Fetched.Item::rows).containsExactly(400L);
        assertThat(fetch(3).look(wanted(Shelf.FINAL, "156", "2023"), folder).items())
                .extracting(Fetched.Item::rows)
                .containsExactly(400L);
    }

    @Test
    void aFileThatAnotherProgramFetchedAndThatHoldsAnotherYearIsFetchedAnew() throws IOException {
        Files.write(folder.resolve(CHINA_FILE), bulk(156, 2022, 3, 1));
        assertThat(states(run())).containsExactly(State.fetched, State.fetched);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
    }

    @Test
    void ofTwoRowsThatWouldBeOneFileTheNewerIsFetchedOnce() {
        List<String> twice = List.of(
                Published.file(156, 2023, "2025-03-05T17:00:00Z", "aa01"),
                Published.file(156, 2023, "2025-03-05T08:00:00Z", "old"));
        server.at(LIST, rows(twice));
        assertThat(states(run())).containsExactly(State.fetched);
        assertThat(states(run())).containsExactly(State.there);
        server.at(LIST, rows(List.of(twice.get(1), twice.get(0))));
        assertThat(states(run())).containsExactly(State.there);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
    }

    @Test
    void whatTheListHasBesideWhatWasAskedForIsLeft() {
        server.at(
                LIST,
                rows(List.of(
                        Published.file(156, 2022, "2025-03-05T00:00:00Z", "aa00"),
                        Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01"),
                        Published.file(842, 2023, "2025-03-05T00:00:00Z", "us01"))));
        assertThat(run().items()).extracting(Fetched.Item::file).containsExactly(CHINA_FILE);
    }

    @Test
    void aDryRunSaysWhatIsDueAndWritesNothing() {
        Path away = folder.resolve("not/there");
        Fetched due = fetch(3).look(wanted(Shelf.FINAL, "156,392", "2023"), away);
        assertThat(states(due)).containsExactly(State.due, State.due);
        assertThat(due.items().get(0).size()).isEqualTo("183.34 KB");
        assertThat(folder).isEmptyDirectory();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aServerThatAsksToWaitIsWaitedForAsLongAsItSays() {
        server.at(
                CHINA,
                status(
                        429,
                        "{ \"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in 7 seconds.\" }",
                        "Retry-After",
                        "7"),
                file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(times.pauses()).containsExactly(Duration.ofSeconds(7));
        assertThat(notes).anyMatch(note -> note.contains("HTTP 429: Rate limit is exceeded. Try again in 7 seconds."));
    }

    @Test
    void theTimeToWaitMayBeADate() {
        server.at(CHINA, status(503, "", "Retry-After", "Thu, 01 Jan 2026 00:01:30 GMT"), file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(times.pauses()).containsExactly(Duration.ofSeconds(90));
    }

    @Test
    void aServerThatAsksForHoursIsComeBackToLater() {
        server.at(JAPAN, status(429, "", "Retry-After", "7200"));
        Fetched fetched = run();
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("1 of 2 datasets could not be had, all else is there")
                .hasMessageContaining("come back in 121 minutes");
        assertThat(states(fetched)).containsExactly(State.fetched, State.due);
        assertThat(times.pauses()).isEmpty();
    }

    @Test
    void aServerThatStaysDownIsGivenUpWithWaitsThatDoubleAndWhatCameIsKept() {
        server.at(JAPAN, status(500, "<html>Server Error</html>"));
        Fetched fetched = run();
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("does not answer after 3 tries (HTTP 500)");
        assertThat(times.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(files()).containsExactly(CHINA_FILE);
        server.at(JAPAN, file(JAPAN_BYTES));
        assertThat(states(run())).containsExactly(State.there, State.fetched);
    }

    @Test
    void aServerThatIsNotThereIsComeBackToLater() {
        server.close();
        assertThatThrownBy(this::run)
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("the connection failed: ConnectException")
                .message()
                .doesNotContain("null");
    }

    private void fourDatasets() {
        server.at(
                LIST,
                rows(List.of(
                        Published.file(156, 2022, "2025-03-05T00:00:00Z", "aa00"),
                        Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01"),
                        Published.file(392, 2022, "2025-04-06T08:00:00", "bb01"),
                        Published.file(392, 2023, "2025-04-06T08:00:00", "bb02"))));
        server.at("/bulk/v1/file/156/aa00", file(bulk(156, 2022, 2, 3)));
        server.at("/bulk/v1/file/392/bb01", file(bulk(392, 2022, 2, 4)));
    }

    private Fetched four() {
        return fetch(2).into(folder, wanted(Shelf.FINAL, "156,392", "2022,2023"));
    }

    @Test
    void aDatasetThatAlwaysFailsKeepsNoOtherAway() {
        fourDatasets();
        server.at("/bulk/v1/file/156/aa00", status(500, ""));
        Fetched fetched = four();
        assertThat(states(fetched)).containsExactly(State.due, State.fetched, State.fetched, State.fetched);
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(TryLater.class)
                .hasMessageStartingWith(
                        "1 of 4 datasets could not be had, all else is there: 127.0.0.1 does not answer");
    }

    @Test
    void afterTwoFailuresInARowTheRunEnds() {
        fourDatasets();
        server.at(CHINA, status(500, "")).at("/bulk/v1/file/392/bb01", status(503, ""));
        Fetched fetched = four();
        assertThat(states(fetched)).containsExactly(State.fetched, State.due, State.due, State.due);
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(TryLater.class)
                .hasMessageStartingWith("3 of 4 datasets were looked at, 1 fetched and kept, 2 could not be had: ");
        assertThat(server.asked(JAPAN)).isEmpty();
    }

    @Test
    void failuresThatDoNotFollowEachOtherDoNotEndTheRun() {
        fourDatasets();
        server.at("/bulk/v1/file/156/aa00", status(500, "")).at("/bulk/v1/file/392/bb01", status(500, ""));
        assertThat(states(four())).containsExactly(State.due, State.fetched, State.due, State.fetched);
    }

    @ParameterizedTest
    @CsvSource({"400, refuses the question", "403, does not let this subscription key have that"})
    void aDatasetThatIsRefusedKeepsNoOtherAwayAndIsTheUsers(int code, String said) {
        server.at(CHINA, status(code, ""));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.due, State.fetched);
        assertThat(fetched.ending().orElseThrow()).isInstanceOf(BadInput.class).hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"404, which may come later", "414, finds the address too long"})
    void aFileThatCannotBeHadKeepsNoOtherAway(int code, String said) {
        server.at(CHINA, status(code, ""));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.due, State.fetched);
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining(said)
                .message()
                .doesNotContain("fetch.url");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithTheRest() throws IOException {
        Files.createDirectories(folder.resolve(CHINA_FILE));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.due, State.fetched);
        assertThat(fetched.ending().orElseThrow()).isInstanceOf(BadInput.class).hasMessageContaining("Cannot write");
    }

    @ParameterizedTest
    @CsvSource({
        "429, '', does not answer after 3 tries",
        "401, '', refuses the subscription key",
        "403, Out of call volume quota., used up",
    })
    void aServerThatWillHearNothingMoreIsAskedNothingMore(int code, String body, String said) {
        server.at(CHINA, status(code, body));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.due, State.due);
        assertThat(fetched.ending().orElseThrow()).hasMessageContaining(said);
        assertThat(server.asked(JAPAN)).isEmpty();
    }

    @Test
    void aServerThatCutsAndGivesNoRestIsGivenUp() {
        server.at(CHINA, exchange -> {
            boolean rest = exchange.getRequestHeaders().containsKey("Range");
            boolean forEver = server.asked(CHINA).size() > 20;
            (forEver ? status(400, "") : rest ? status(416, "") : cut(CHINA_BYTES, 1000)).to(exchange);
        });
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.due, State.fetched);
        assertThat(fetched.ending().orElseThrow()).isInstanceOf(TryLater.class).hasMessageContaining("after 3 tries");
        assertThat(server.asked(CHINA)).hasSize(3);
    }

    @Test
    void aPartThatIsTheWholeFileIsNotFetchedAgain() throws IOException {
        Files.createDirectories(folder.resolve("_parts"));
        Files.write(folder.resolve("_parts").resolve(CHINA_FILE), CHINA_BYTES);
        server.at(CHINA, status(416, "", "Content-Range", "bytes */" + CHINA_BYTES.length));
        assertThat(states(run())).containsExactly(State.fetched, State.fetched);
        assertThat(server.asked(CHINA)).hasSize(1);
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
    }

    @Test
    void whatWasCutShortGoesOnWhereItStopped() {
        server.at(CHINA, cut(CHINA_BYTES, 1000), file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
        assertThat(server.asked(CHINA)).extracting(PlayedServer.Asked::range).containsExactly("", "bytes=1000-");
    }

    @Test
    void anotherRunGoesOnWhereOneWasEnded() {
        server.at(CHINA, cut(CHINA_BYTES, 1000), status(500, ""));
        assertThat(run().ending()).isPresent();
        assertThat(files()).containsExactly(JAPAN_FILE);
        server.at(CHINA, file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
        assertThat(server.asked(CHINA))
                .last()
                .extracting(PlayedServer.Asked::range)
                .isEqualTo("bytes=1000-");
    }

    @Test
    void aPartOfAnotherFileIsFetchedAnewWhole() throws IOException {
        Files.createDirectories(folder.resolve("_parts"));
        Files.write(folder.resolve("_parts").resolve(CHINA_FILE), new byte[1000]);
        assertThat(run().ending()).isEmpty();
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
        assertThat(server.asked(CHINA)).extracting(PlayedServer.Asked::range).containsExactly("bytes=1000-", "");
    }

    @Test
    void aPartThatIsLongerThanTheFileIsFetchedAnew() throws IOException {
        Files.createDirectories(folder.resolve("_parts"));
        Files.write(folder.resolve("_parts").resolve(CHINA_FILE), new byte[CHINA_BYTES.length]);
        server.at(CHINA, status(416, "", "Content-Range", "bytes */10"), file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(folder.resolve(CHINA_FILE)).hasBinaryContent(CHINA_BYTES);
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAndAskedAgain() {
        server.at(CHINA, server.silence(), file(CHINA_BYTES));
        assertThat(run().ending()).isEmpty();
        assertThat(files()).contains(CHINA_FILE);
        assertThat(times.pauses()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aFileThatCannotBeReadIsKeptOutAndTheOthersCome() {
        server.at(CHINA, file(Arrays.copyOf(CHINA_BYTES, 1000)));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.damaged, State.fetched);
        assertThat(fetched.ending().orElseThrow())
                .isInstanceOf(CheckFailed.class)
                .hasMessageStartingWith("1 of 2 datasets could not be had, all else is there: " + CHINA_FILE)
                .hasMessageContaining("end too early");
        assertThat(files()).containsExactly(JAPAN_FILE);
        assertThat(folder.resolve("_parts")).isEmptyDirectory();
    }

    @Test
    void aFileOfAnotherYearIsKeptOut() {
        server.at(CHINA, file(bulk(156, 2022, 4, 1)));
        Fetched fetched = run();
        assertThat(states(fetched)).containsExactly(State.damaged, State.fetched);
        assertThat(fetched.ending().orElseThrow())
                .hasMessageContaining("holds rows of another reporter, period or classification than 156, 2023, H6");
        assertThat(files()).containsExactly(JAPAN_FILE);
    }

    @Test
    void aFileInAnotherClassificationIsKeptOut() {
        String row = Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01");
        server.at(LIST, rows(List.of(row.replace("H6", "H5"))));
        assertThat(run().ending().orElseThrow()).hasMessageContaining("than 156, 2023, H5");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileWithoutAnyRowOfTheReporterIsKeptOut() {
        server.at(CHINA, file(bulk(0, 2023, 4, 1)));
        assertThat(run().ending()).isPresent();
        assertThat(files()).containsExactly(JAPAN_FILE);
    }

    @Test
    void aFileOfAnotherReporterIsKeptOut() {
        server.at(CHINA, file(JAPAN_BYTES));
        assertThat(run().ending().orElseThrow()).hasMessageContaining("holds rows of another reporter");
        assertThat(files()).containsExactly(JAPAN_FILE);
    }

    @Test
    void anEmptyListIsSaid() {
        server.at(LIST, rows(List.of()));
        assertThat(run().items()).isEmpty();
        assertThat(notes).containsExactly("UN Comtrade's list has nothing of these reporters and periods.");
    }

    @Test
    void anErrorInTheListIsNoEmptyList() {
        server.at(LIST, json("{\"count\": 0, \"data\": null, \"error\": \"Invalid parameter:\\u001b[31m period\"}"));
        assertThatThrownBy(this::run)
                .isInstanceOf(CheckFailed.class)
                .hasMessage("UN Comtrade's list is an error message (Invalid parameter:?[31m period).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Down for maintenance</html>", "{\"count\": 1}", "[", "{\"data\": [{}]}"})
    void aListThatIsNoListIsSaid(String body) {
        server.at(LIST, json(body));
        assertThatThrownBy(this::run)
                .isInstanceOf(CheckFailed.class)
                .hasMessageStartingWith("UN Comtrade's list is not as it is known");
    }

    @ParameterizedTest
    @CsvSource({"H6, ../../H6", "\"2023\"?, \"../2023\"", "2025-03-05T00:00:00Z, ../../etc"})
    void aListCannotNameAPathOutsideTheFolder(String good, String evil) {
        String row = Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01");
        server.at(
                LIST,
                rows(List.of(
                        row.replace("\"period\": 2023", "\"period\": \"2023\"").replace(good.replace("?", ""), evil))));
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).hasMessageContaining("not as it is known");
        assertThat(files()).isEmpty();
    }

    @Test
    void aQuestionThatIsTooLongIsAskedInParts() {
        server.at(LIST, rows(List.of()));
        List<String> reporters =
                IntStream.rangeClosed(100, 900).mapToObj(i -> "" + i).toList();
        List<String> years =
                IntStream.rangeClosed(2000, 2024).mapToObj(i -> "" + i).toList();
        fetch(3).into(folder, wanted(Shelf.FINAL, String.join(",", reporters), String.join(",", years)));
        assertThat(server.asked()).extracting(it -> it.query().length()).allMatch(length -> length <= 2000);
        assertThat(server.asked().stream().mapToInt(it -> pairs(it.query())).sum())
                .isEqualTo(801 * 25);
    }

    private static int pairs(String query) {
        return Arrays.stream(query.split("&"))
                .mapToInt(list -> list.split(",").length)
                .reduce(1, (a, b) -> a * b);
    }

    @Test
    void aQuestionThatTheServerFindsTooLongIsAskedInTwo() {
        server.at(LIST, status(414, ""), rows(List.of()));
        run();
        assertThat(server.asked())
                .extracting(PlayedServer.Asked::query)
                .containsExactly(
                        "reporterCode=156,392&period=2023",
                        "reporterCode=156&period=2023",
                        "reporterCode=392&period=2023");
    }

    @Test
    void theKeyIsSentInAHeaderAndNowhereElse() throws IOException {
        server.at(CHINA, status(500, "{\"message\": \"key " + SECRET + " failed\"}"), file(CHINA_BYTES));
        run();
        assertThat(server.asked()).extracting(PlayedServer.Asked::key).containsOnly(SECRET);
        assertThat(server.asked()).noneMatch(it -> it.query().contains(SECRET));
        assertThat(notes).anyMatch(note -> note.contains("key *** failed")).noneMatch(note -> note.contains(SECRET));
        assertThat(Files.readString(folder.resolve("_fetched.json"))).doesNotContain(SECRET);
    }

    @Test
    void aDayThatIsNoneIsSaid() {
        server.at(LIST, rows(List.of(Published.file(156, 2023, "2025-99-99T00:00:00Z", "aa01"))));
        assertThatThrownBy(this::run)
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("its publicationDate is \"2025-99-99T00:00:00Z\"");
    }

    @Test
    void aKeyThatIsCutIsNotToldEither() {
        server.at(LIST, status(400, "x".repeat(150) + SECRET));
        assertThatThrownBy(this::run).message().contains("xxx***").doesNotContain("0123");
    }

    @Test
    void theKeyInAnErrorOfTheListIsNotTold() {
        server.at(LIST, json("{\"data\": null, \"error\": \"key " + SECRET + " is unknown\"}"));
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).message().contains("key *** is unknown");
        server.at(LIST, rows(List.of(Published.file(156, 2023, SECRET, "aa01"))));
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).message().contains("is \"***\"");
    }

    @Test
    void theKeyInAnErrorOfAnAnswerIsNotToldNotEvenWhereItIsCut() {
        server.at("/data/v1/getDa/C/A/HS", rows(List.of(Published.dataset(156, 2023, "2025-03-05T00:00:00", 9))));
        server.at("/data/v1/get/C/A/HS", json("{\"error\": \"key " + SECRET + " is unknown\"}"));
        assertThat(answerOfTheApi().ending().orElseThrow()).message().contains("key *** is unknown");
        server.at("/data/v1/get/C/A/HS", json("{\"error\": \"" + "x".repeat(60) + SECRET + "\"}"));
        assertThat(answerOfTheApi().ending().orElseThrow())
                .message()
                .contains("xxx***")
                .doesNotContain("0123");
    }

    private Fetched answerOfTheApi() {
        return fetch(3).into(folder, wanted(Shelf.API, "156", "2023"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://comtrade.example/?subscription-key=" + SECRET,
                "https://comtrade.example/#" + SECRET,
                "https://me:" + SECRET + "@comtrade.example",
                "https://me:" + SECRET + "@com_trade",
                "comtrade.example?subscription-key=" + SECRET,
            })
    void anAddressThatHoldsAKeyIsRefusedWithoutIt(String address) {
        Patience patience = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Fetch.Server(URI.create(address), Optional.empty(), patience, List.of(), 500))
                .isInstanceOf(BadInput.class)
                .message()
                .contains("fetch.url")
                .doesNotContain(SECRET);
    }

    @Test
    void aRefusedKeyIsSaidWithoutIt() {
        server.at(
                LIST,
                status(
                        401,
                        "{ \"statusCode\": 401, \"message\": \"Access denied due to invalid subscription key " + SECRET
                                + ".\" }"));
        assertThatThrownBy(this::run)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("refuses the subscription key", "TRADELAKE_COMTRADE_KEY")
                .message()
                .doesNotContain(SECRET);
    }

    @Test
    void aUsedUpKeyIsForLater() {
        server.at(
                LIST,
                status(
                        403,
                        "{ \"statusCode\": 403, \"message\": \"Out of call volume quota. Quota will be replenished in 03:14:17.\" }"));
        assertThatThrownBy(this::run).isInstanceOf(TryLater.class).hasMessageContaining("03:14:17");
    }

    @Test
    void theKeyFollowsNoRedirection() throws IOException {
        try (PlayedServer other = new PlayedServer().at("/x", file(CHINA_BYTES))) {
            server.at(CHINA, status(302, "", "Location", other.base() + "/x"));
            assertThat(run().ending().orElseThrow())
                    .isInstanceOf(CheckFailed.class)
                    .hasMessageContaining("HTTP 302");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void theKeyIsNotSentUnencrypted() {
        Optional<Key> key = Key.of(Optional.empty(), SECRET);
        Patience patience = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Fetch.Server(URI.create("http://comtrade.example"), key, patience, List.of(), 500))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("use https");
    }

    @Test
    void twoRunsDoNotFetchIntoOneFolder() {
        try (Holdings held = Holdings.open(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(this::run).isInstanceOf(TryLater.class).hasMessageContaining("Another fetch");
        }
        assertThat(run().ending()).isEmpty();
    }

    @Test
    void aKeyFileHoldsOneWord() throws IOException {
        Path file = Files.write(folder.resolve("key"), (SECRET + "\n").getBytes(UTF_8));
        assertThat(Key.of(Optional.of(file), "other").orElseThrow().secret()).isEqualTo(SECRET);
        assertThat(Key.of(Optional.of(file), null)).hasToString("Optional[***]");
        assertThat(Key.of(Optional.empty(), " ")).isEmpty();
        Files.writeString(file, "two words\n");
        assertThatThrownBy(() -> Key.of(Optional.of(file), null))
                .isInstanceOf(BadInput.class)
                .message()
                .contains(file.toString())
                .doesNotContain("two");
    }
}
