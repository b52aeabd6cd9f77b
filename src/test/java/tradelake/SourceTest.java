package tradelake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down in one place only, and what is not written at all. */
class SourceTest {
    private static final Path MAIN = Path.of("src/main/java");

    private static Map<Path, String> sources;

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.walk(MAIN)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, SourceTest::text, (a, b) -> b, TreeMap::new));
        }
    }

    /**
     * A column is a value, said once: its name stands where a Field is declared (a ledger may declare value_usd as exact
     * money) and nowhere else. In tradelake.reference the same words head the columns of CSV files.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "value_usd",
                "fob_usd",
                "cif_usd",
                "net_weight_kg",
                "hs_edition",
                "hs_code",
                "hs_level",
                "group_id",
                "partner_group",
                "product_level",
                "reporter_set",
                "intra_share",
                "of_which",
                "is_headline"
            })
    void aColumnsNameStandsOnlyWhereAFieldIsDeclared(String column) {
        String name = "\"" + column + "\"";
        Pattern declared =
                Pattern.compile("(?:Field\\.(?:<\\w+>)?\\w+|new Field<>|\\.named)\\(\\s*" + Pattern.quote(name));
        assertThat(outside("tradelake/reference").entrySet().stream()
                        .filter(source -> declared.matcher(source.getValue())
                                .replaceAll("")
                                .contains(name))
                        .map(Map.Entry::getKey))
                .as(column)
                .isEmpty();
    }

    @Test
    void columnsAreNamedByFieldsAlone() {
        Pattern named = Pattern.compile("\\b(col|column)\\(\"(?!\\*\")");
        assertThat(outside("tradelake/lake").entrySet().stream()
                        .filter(source -> named.matcher(source.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void nobodyPrintsPastTheCommandLine() {
        assertThat(filesWith("System.out")).isEmpty();
        assertThat(filesWith("System.err")).isEmpty();
        assertThat(filesWith("printStackTrace()")).isEmpty();
    }

    @Test
    void everyTopLevelTypeOpensWithOneSentence() {
        Pattern type = Pattern.compile(
                "(?m)^(?:public |final |abstract |sealed )*(?:class|interface|record|enum|@interface) \\w+");
        List<Path> bare = sources.entrySet().stream()
                .filter(source -> {
                    var found = type.matcher(source.getValue());
                    return found.find()
                            && !source.getValue().substring(0, found.start()).contains("/**");
                })
                .map(Map.Entry::getKey)
                .toList();
        assertThat(bare).isEmpty();
    }

    private static Map<Path, String> outside(String folder) {
        return sources.entrySet().stream()
                .filter(source -> !source.getKey().startsWith(MAIN.resolve(folder)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }

    private static List<Path> filesWith(String text) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
