package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

class OpenerTest {
    @TempDir
    Path folder;

    @Test
    void handsTheFileToTheProgram() {
        Path file = folder.resolve("report.html");
        new Opener("touch").open(file);
        assertThat(file).exists();
    }

    @Test
    void withoutTheProgramTheFileIsNamed() {
        Path file = folder.resolve("report.html");
        assertThatThrownBy(() -> new Opener("no-such-opener").open(file))
                .isInstanceOf(BadInput.class)
                .hasMessage("Cannot open a browser: the program no-such-opener is not here. Open this file yourself: "
                        + file);
    }

    @Test
    void soItIsWhereTheProgramFails() {
        Path file = folder.resolve("report.html");
        assertThatThrownBy(() -> new Opener("false").open(file))
                .isInstanceOf(BadInput.class)
                .hasMessage("Cannot open a browser: false ended with 1. Open this file yourself: " + file);
    }
}
