package tradelake.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures and words as declared: both languages everywhere, and no name that nothing bears. */
class FiguresTest {
    private static final Path SCRIPT = Path.of("src/main/frontend/src");
    private static final Config PAGE = Resources.config("page.conf");

    static Stream<Figure> figures() {
        return Figure.all().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void saysAllItMustInBothLanguages(Figure figure) {
        assertThat(figure.spec().root())
                .containsKeys("title", "short", "definition", "basis", "unit", "source", "tables", "columns", "chart");
        assertThat(inOneLanguage(figure.spec().root().unwrapped(), "")).isEmpty();
    }

    @Test
    void soDoesThePage() {
        assertThat(inOneLanguage(
                        Map.of(
                                "words",
                                PAGE.getObject("words").unwrapped(),
                                "names",
                                PAGE.getObject("names").unwrapped(),
                                "chapters",
                                PAGE.getList("chapters").unwrapped(),
                                "sources",
                                PAGE.getObject("sources").unwrapped()),
                        ""))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void namesColumnsChaptersAndSourcesThatThereAre(Figure figure) {
        List<String> columns = figure.spec().getConfigList("columns").stream()
                .map(column -> column.getString("id"))
                .toList();
        List<String> chapters = PAGE.getConfigList("chapters").stream()
                .map(chapter -> chapter.getString("id"))
                .toList();
        assertThat(chapters).contains(figure.spec().getString("chapter"));
        assertThat(PAGE.getObject("sources")).containsKey(figure.spec().getString("source"));
        if (figure.spec().hasPath("choices"))
            assertThat(columns).containsAll(figure.spec().getStringList("choices"));
        for (String role :
                List.of("x", "y", "series", "name", "value", "low", "high", "from", "to", "before", "headline"))
            if (figure.spec().hasPath("chart." + role))
                assertThat(columns).contains(figure.spec().getString("chart." + role));
        assertThat(Pattern.compile("\\{(\\w+)}")
                        .matcher(figure.spec().getConfig("title").root().render())
                        .results()
                        .map(found -> found.group(1)))
                .allSatisfy(column -> assertThat(columns).contains(column));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isMadeOfTheTablesThatItNames(Figure figure) {
        assertThat(Pattern.compile("\\b(?:gold|run)\\.\\w+")
                        .matcher(figure.sql())
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(figure.tables());
    }

    @Test
    void theScriptSaysNothingThatThePageDoesNotDeclare() throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SCRIPT)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Pattern.compile("\\bt\\('(\\w+)'\\)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> keys.add(found.group(1)));
        }
        assertThat(keys).isNotEmpty();
        assertThat(PAGE.getObject("words").keySet()).containsAll(keys);
    }

    /** Where a text has one language and not the other, or an empty one. */
    private static List<String> inOneLanguage(Object value, String place) {
        List<String> found = new ArrayList<>();
        if (value instanceof List<?> list)
            for (int i = 0; i < list.size(); i++) found.addAll(inOneLanguage(list.get(i), place + "/" + i));
        if (!(value instanceof Map<?, ?> map)) return found;
        if ((map.containsKey("en") || map.containsKey("zh")) && !(isText(map.get("en")) && isText(map.get("zh"))))
            found.add(place);
        map.forEach((key, each) -> found.addAll(inOneLanguage(each, place + "/" + key)));
        return found;
    }

    private static boolean isText(Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
