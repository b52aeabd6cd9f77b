package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tradelake.lake.BadInput;

/** Answers that could not be written to the end; /dev/full is a disk without room. */
@EnabledOnOs(OS.LINUX)
class StandardOutputTest {
    private static final File FULL = new File("/dev/full");

    @Test
    void aFullDiskIsOneLineAndOne() throws Exception {
        Process help = help(Redirect.to(FULL));
        assertThat(err(help))
                .isEqualTo("Cannot write the whole answer to standard output: No space left on device."
                        + " Make room, or send it elsewhere.\n");
        assertThat(help.waitFor()).isEqualTo(1);
    }

    @Test
    void whoeverReadsMayLeaveBeforeTheEnd() throws Exception {
        Process help = help(Redirect.PIPE);
        help.getInputStream().close();
        assertThat(err(help)).isEmpty();
        assertThat(help.waitFor()).isZero();
    }

    @Test
    void aFailureOfTheCommandIsNotHiddenAndAWholeAnswerIsNone() throws IOException {
        StringWriter err = new StringWriter();
        StandardOutput whole = new StandardOutput(new ByteArrayOutputStream());
        whole.write(new byte[1], 0, 1);
        assertThat(whole.judged(0, false, new PrintWriter(err))).isZero();
        assertThat(err).hasToString("");
        StandardOutput cut = new StandardOutput(new FileOutputStream(FULL));
        assertThatThrownBy(() -> cut.write(new byte[1], 0, 1)).isInstanceOf(IOException.class);
        assertThat(cut.judged(75, false, new PrintWriter(err))).isEqualTo(75);
        assertThat(cut.judged(0, true, new PrintWriter(err))).isZero();
        assertThat(err.toString()).hasLineCount(1);
    }

    @Test
    void aFileIsWrittenToTheEndOrTheUserIsTold() {
        assertThatThrownBy(() -> TextFile.write(FULL.toPath(), out -> out.println("a row")))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("Cannot write /dev/full: .+\\. Name another file\\.");
    }

    private static Process help(Redirect out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        TradelakeProcess.classPath(),
                        "tradelake.cli.Main",
                        "--help")
                .redirectOutput(out)
                .start();
    }

    private static String err(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
