package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tradelake simulate}: what comes out, and what is refused. */
class SimulateTest {
    private static final String WORLD =
            """
            exporter,importer,X_fob,t0,wall
            A,A,100,0,0
            A,B,10,0.1,0.3
            B,A,10,0,0
            B,B,100,0,0
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tablesStandUnderOneHeaderOrAlone() throws IOException {
        Files.writeString(folder.resolve("input.csv"), WORLD);
        assertThat(simulate("one-sector", "-o", "csv")).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("table,case,country,w_hat,P_hat,")
                .contains("\ncountry,wall,A,")
                .contains("\nbilateral,wall,,");
        assertThat(simulate("one-sector", "--table", "bilateral", "-o", "csv")).isZero();
        assertThat(out.toString()).startsWith("case,exporter,importer,that,t0,t1,X0,X1\nwall,A,A,1,0,0,100,");
    }

    @Test
    void whatAUserGotWrongIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("input.csv"), WORLD);
        assertRefused(
                "There is no model 'smrt': use one of smart, gsim, one-sector, multi-sector. Did you mean smart?",
                "smrt");
        assertRefused("gsim does not take --theta: leave it out.", "gsim", "--theta", "4");
        assertRefused("it must be one of [additive, balanced, multiplicative].", "one-sector", "--closure", "open");
        assertRefused("Cannot read --theta four: it must be a number.", "one-sector", "--theta", "four");
        assertRefused("Cannot use theta = -4.0: it must be above nought, such as 4.", "one-sector", "--theta", "-4");
        assertRefused("This model has no table 'sector'", "one-sector", "--table", "sector");
        assertRefused("input.csv has no column 'trade'", "gsim");
        assertRefused("input_flows.csv: is it there, and readable?", "multi-sector");
        Files.writeString(folder.resolve("input.csv"), WORLD.replace("0.3", "much"));
        assertRefused("line 3: wall 'much' is not a number", "one-sector");
        Files.writeString(folder.resolve("input.csv"), WORLD + "A,B,10,0.1,0.3\n");
        assertRefused("line 6: A, B stands twice: keep one line.", "one-sector");
    }

    private void assertRefused(String sentence, String... args) {
        assertThat(simulate(args)).as(err.toString()).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    private int simulate(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[args.length + 3];
        all[0] = "simulate";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--input";
        all[args.length + 2] = folder.toString();
        return Main.run(new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), all);
    }
}
