package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tradelake.lake.Settings;

class TablesPageTest {
    private static final Path PAGE = Path.of("docs", "tables.md");

    @Test
    void pageSaysWhatTheCodeDeclares() throws IOException {
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String now = TradelakeCatalog.declared(Settings.defaults()).toMarkdown();
        Files.writeString(PAGE, now);
        assertThat(before)
                .as("docs/tables.md was stale and is now rewritten: commit it")
                .isEqualTo(now);
    }
}
