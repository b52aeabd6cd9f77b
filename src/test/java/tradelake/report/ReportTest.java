package tradelake.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.cli.DrawnRun;

/** The report of a drawn run, as a file: what every figure answers, and that no value gets out of its place. */
class ReportTest {
    private static String page;
    private static JsonNode data;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws Exception {
        page = Files.readString(DrawnRun.report(folder));
        data = new ObjectMapper()
                .readTree(between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
    }

    @Test
    void theSqlOfEveryFigureAnswersAndIsTheOneShown() {
        assertThat(data.get("figures")).hasSize(Figure.all().size()).allSatisfy(figure -> {
            assertThat(figure.get("rows")).as(figure.get("id").asText()).isNotEmpty();
            assertThat(figure.get("rows").get(0)).hasSameSizeAs(figure.get("columns"));
        });
        assertThat(data.get("figures").findValuesAsText("sql"))
                .containsExactlyElementsOf(
                        Figure.all().stream().map(Figure::sql).toList());
    }

    @Test
    void sharesArriveAsTheyStandInTheTable() {
        JsonNode row = figure("at-a-glance").get("rows").get(0);
        assertThat(row.get(0).asText()).isEqualTo("XM");
        assertThat(row.get(2).asDouble()).isEqualTo(0.05 * 5 + 0.001 * 14 + 0.002 * 11 - 0.003 * 7 + 0.001 * 2);
        assertThat(row.get(3).asDouble())
                .as("of the members with data for both years")
                .isEqualTo(0.004);
    }

    @Test
    void whatIsNotAllottedToABlocIsAllTheRest() {
        double all = 0;
        for (JsonNode row : figure("flows").get("rows"))
            if (row.get(0).asText().equals("CHN")) all += row.get(3).asDouble();
        assertThat(all).isEqualTo(8e9 / 0.021, org.assertj.core.api.Assertions.within(1.0));
    }

    @Test
    void everyCodeThatHasANameIsNamedInBothLanguages() {
        for (JsonNode figure : data.get("figures"))
            for (int column = 0; column < figure.get("columns").size(); column++) {
                JsonNode kind = figure.get("columns").get(column).get("names");
                if (kind == null) continue;
                for (JsonNode row : figure.get("rows"))
                    assertThat(data.get("names")
                                    .path(kind.asText())
                                    .path(row.get(column).asText()))
                            .as("%s %s", figure.get("id"), row.get(column))
                            .hasSize(2);
            }
    }

    @Test
    void aTableThatIsNotThereIsNamedAndTheOthersAnswer() throws Exception {
        Path file = folder.resolve("without.html");
        try (Connection duck = DrawnRun.open()) {
            DrawnRun.execute(duck, "DROP TABLE gold.claims; DROP TABLE gold.products");
            Report.write(duck, file);
        }
        JsonNode without = new ObjectMapper()
                .readTree(
                        between(Files.readString(file), "<script type=\"application/json\" id=\"data\">", "</script>"));
        List<String> absent = new ArrayList<>();
        without.get("figures").forEach(figure -> figure.get("absent").forEach(table -> absent.add(table.asText())));
        assertThat(absent).containsExactly("gold.products", "gold.claims");
    }

    @Test
    void noValueEndsAScriptOrOpensOne() {
        assertThat(page).doesNotContain("alert(1)</script>", "\u2028");
        assertThat(Pattern.compile("</?script").matcher(page).results()).hasSize(4);
        assertThat(data.get("names").get("economy").get("THA").get("en").asText())
                .isEqualTo("Thailand </script><script>alert(1)</script>");
        assertThat(figure("claims").get("rows").get(0).get(1).asText())
                .isEqualTo("It is \"said\" to be 1\u2028</script>");
    }

    @Test
    void thePolicyAllowsTheStyleAndTheScriptOfThePageAndNothingElse() {
        String policy = between(page, "Content-Security-Policy\" content=\"", "\"");
        String script = page.substring(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'"
                        .formatted(Page.hash(script), Page.hash(between(page, "<style>", "</style>"))));
    }

    @Test
    void nothingOfThePageIsElsewhere() {
        Matcher elsewhere = Pattern.compile("(?i)(src|href|action)=|@import|url\\(")
                .matcher(page.replaceAll("(?s)<script>.*?</script>", ""));
        assertThat(elsewhere.results().map(found -> found.group())).isEmpty();
    }

    private static JsonNode figure(String id) {
        for (JsonNode figure : data.get("figures"))
            if (figure.get("id").asText().equals(id)) return figure;
        throw new AssertionError("no figure " + id);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
