package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the answers of {@code tradelake scenario run} go. */
class ScenarioRunTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "scenario";
        all[1] = "run";
        all[2] = "us-2025-08-31";
        System.arraycopy(more, 0, all, 3, more.length);
        return Main.run(new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), all);
    }

    @Test
    void asOneTableWhoseFirstColumnNamesTheTables() {
        assertThat(run("-o", "csv")).isZero();
        assertThat(out).hasToString("table,economy\nscenario_country,USA\n");
    }

    @Test
    void intoAFolderOneFileATable() throws IOException {
        Path answers = folder.resolve("a/b");
        assertThat(run("--out", answers.toString())).isZero();
        assertThat(answers.resolve("scenario_country.csv")).hasContent("economy\nUSA\n");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("scenario_country.csv");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("--out", file.toString())).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("give a folder that can be written");
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        assertThat(run("--table", "nothing")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("scenario_country");
    }
}
