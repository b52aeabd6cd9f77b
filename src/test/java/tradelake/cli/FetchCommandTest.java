package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.sources.fetch.PlayedServer;
import tradelake.sources.fetch.Published;

/** The command, typed; the server is played on this machine. */
class FetchCommandTest {
    private static final String LIST = "/bulk/v1/get/C/A/HS";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private PlayedServer server;
    private Path key;

    @BeforeEach
    void play() throws IOException {
        server = new PlayedServer();
        key = Files.writeString(folder.resolve("key"), "secret\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int fetch(String... words) {
        List<String> line =
                new ArrayList<>(List.of("fetch", folder.resolve("in").toString()));
        line.addAll(List.of(words));
        line.addAll(
                List.of("--set", "fetch.url=" + server.base(), "--set", "fetch.interval=0s", "--set", "fetch.tries=1"));
        return Main.run(
                new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    }

    private int fetchWithKey(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--key-file", key.toString()));
        return fetch(line.toArray(String[]::new));
    }

    @Test
    void whatWasFetchedIsToldAsRows() {
        server.at(LIST, PlayedServer.rows(List.of(Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01"))))
                .at("/bulk/v1/file/156/aa01", PlayedServer.file(Published.bulk(156, 2023, 3, 1)));
        assertThat(fetchWithKey("--reporters", "chn", "--years", "2023", "-o", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out)
                .hasToString(
                        """
                        reporter,period,edition,published,state,rows,size,file
                        CHN,2023,H6,2025-03-05,fetched,3,183.34 KB,COMTRADE-FINAL-CA1562023H6[2025-03-05].gz
                        """);
        assertThat(folder.resolve("in/COMTRADE-FINAL-CA1562023H6[2025-03-05].gz"))
                .isRegularFile();
        assertThat(err.toString()).doesNotContain("secret");
    }

    @Test
    void aServerThatIsDownIsSeventyFiveAndWhatWasDueIsTold() {
        server.at(LIST, PlayedServer.rows(List.of(Published.file(156, 2023, "2025-03-05T00:00:00Z", "aa01"))))
                .at("/bulk/v1/file/156/aa01", exchange -> exchange.sendResponseHeaders(503, -1));
        assertThat(fetchWithKey("--reporters", "156", "--years", "2023", "-o", "csv"))
                .isEqualTo(75);
        assertThat(out.toString()).contains("CHN,2023,H6,2025-03-05,due,");
        assertThat(err.toString()).contains("does not answer after 1 tries (HTTP 503)");
    }

    @Test
    void groupsNamesAndCodesAreTheCodesOfTheService() {
        server.at(LIST, PlayedServer.rows(List.of()));
        assertThat(fetchWithKey("--reporters", "IND,392,USMCA", "--years", "2022-2023", "--dry-run"))
                .isZero();
        assertThat(server.asked())
                .extracting(PlayedServer.Asked::query)
                .containsExactly("reporterCode=124,392,484,699,842&period=2022,2023");
        assertThat(folder.resolve("in")).doesNotExist();
    }

    @Test
    void monthsAndTheDayOfPublicationAreAskedFor() {
        server.at("/bulk/v1/getTariffline/C/M/HS", PlayedServer.rows(List.of()));
        assertThat(fetchWithKey(
                        "--from",
                        "tariffline",
                        "--reporters",
                        "all",
                        "--years",
                        "2023",
                        "--monthly",
                        "--published-since",
                        "2025-01-31",
                        "--dry-run"))
                .isZero();
        assertThat(server.asked())
                .extracting(PlayedServer.Asked::query)
                .containsExactly(
                        "period=202301,202302,202303,202304,202305,202306,202307,202308,202309,202310,202311,202312&publishedDateFrom=2025-01-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--reporters XYZ --years 2023 | Cannot fetch \"XYZ\"",
                "--reporters 999 --years 2023 | Cannot fetch 999",
                "--reporters CHN --years 23 | Cannot read the years \"23\"",
                "--reporters CHN --years 2023 --flows X | --flows and --products are for --from api and preview",
                "--reporters CHN --years 2023 --from api --products 27! | Cannot use \"27!\" in --products",
                "--reporters CHN --years 2023 --from api --flows exports | Cannot use \"exports\" in --flows",
                "--reporters CHN --years 2023 --set fetch.url=comtrade | Cannot fetch from comtrade (fetch.url)",
                "--reporters CHN --years 2023 --set fetch.url=https://comtrade.example/{SECRET} | Cannot use fetch.url: what",
                "--reporters CHN --years 2023 --set fetch.tries=0 | Cannot use fetch.tries = 0",
                "--reporters CHN --years 2023 --key-file /no/such | Cannot read the key file /no/such",
            })
    void badInputIsOneSentenceAndTwo(String words, String sentence) {
        List<String> line =
                new ArrayList<>(List.of("fetch", folder.resolve("in").toString()));
        line.addAll(List.of(words.split(" ")));
        int code = Main.run(
                new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
        assertThat(code).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines().reduce((a, b) -> b).orElse(""))
                .startsWith(sentence)
                .doesNotContain("SECRET");
        assertThat(folder.resolve("in")).doesNotExist();
    }

    @Test
    void withoutAKeyThePreviewAloneIsToBeHad() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getenv("TRADELAKE_COMTRADE_KEY") == null, "a key is set in the environment");
        assertThat(fetch("--reporters", "CHN", "--years", "2023")).isEqualTo(2);
        assertThat(err.toString()).contains("--from final needs a subscription key", "--from preview asks for none");
        server.at("/public/v1/getDA/C/A/HS", PlayedServer.rows(List.of()));
        assertThat(fetch("--from", "preview", "--reporters", "CHN", "--years", "2023"))
                .isZero();
        assertThat(server.asked()).extracting(PlayedServer.Asked::key).containsExactly("");
    }
}
