package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path PAGE = Path.of("docs/settings.md");

    @Test
    void pageSaysWhatTheFileOfDefaultsDeclares() throws IOException {
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String now = Settings.defaults().toMarkdown();
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, now);
        assertThat(before)
                .as("docs/settings.md was stale and is now rewritten: commit it")
                .isEqualTo(now);
    }
}
