package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh killed at any moment: the next one ends in the same tables as if nothing had happened. Some 15 minutes. */
@Tag("acceptance")
class KillTest {
    private static final int KILLS = 10;

    private static final long LONGEST_RUN_MS = 240_000;

    @TempDir
    Path folder;

    /**
     * Kills come at random moments between the start of a run and the time an undisturbed one took, so that they fall into
     * start-up, into silver, into gold and around publishing; the first comes early enough to hit. After a run that came to its
     * end the next ones make everything again, for there would be nothing to disturb. The seed is printed with a
     * failure; {@code -Dkill.seed=SEED} draws the same moments again, as parts of the time that the undisturbed run takes then.
     */
    @Test
    void tenKills() throws Exception {
        Path input = Samples.small(folder.resolve("input"));
        Path calm = folder.resolve("calm");
        long started = System.nanoTime();
        assertThat(refresh(input, calm, 0).exitCode()).isZero();
        long whole = (System.nanoTime() - started) / 1_000_000;
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        Path disturbed = folder.resolve("disturbed");
        int killed = 0;
        boolean whollyDone = false;
        for (int i = 1; i <= KILLS; i++) {
            TradelakeProcess run = whollyDone ? start(disturbed, i, "build", "--full") : refresh(input, disturbed, i);
            double latest = i == 1 ? 0.6 : 1;
            if (run.endsWithin((long) (whole * (0.15 + (latest - 0.15) * random.nextDouble())))) {
                assertThat(run.exitCode())
                        .as("seed %d, run %d: %s", seed, i, Files.readString(run.log()))
                        .isZero();
                whollyDone = true;
                continue;
            }
            run.kill();
            killed++;
        }
        assertThat(killed).as("seed %d: runs that were killed", seed).isPositive();
        TradelakeProcess last = refresh(input, disturbed, KILLS + 1);
        assertThat(last.endsWithin(LONGEST_RUN_MS)).isTrue();
        assertThat(last.exitCode())
                .as("seed %d: %s", seed, Files.readString(last.log()))
                .isZero();
        SameTables.assertSame(new TestLake(disturbed), new TestLake(calm), TestLake.tables());
    }

    private TradelakeProcess refresh(Path input, Path lake, int number) throws Exception {
        return start(lake, number, "refresh", "--input", input.toString());
    }

    private TradelakeProcess start(Path lake, int number, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--lake", lake.toString(), "--master", "local[2,2]"));
        // Three reporters in two years: compiling plans would cost more than running them.
        arguments.addAll(List.of("--set", "spark.sql.codegen.wholeStage=false"));
        arguments.addAll(List.of("--set", "spark.sql.codegen.factoryMode=NO_CODEGEN"));
        return TradelakeProcess.start(folder.resolve(lake.getFileName() + "-" + number + ".log"), arguments);
    }
}
