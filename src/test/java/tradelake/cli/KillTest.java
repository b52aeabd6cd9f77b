package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.TestSession;

/** A refresh killed at any moment: the next one ends in the same tables as if nothing had happened. Some 15 minutes. */
@Tag("acceptance")
class KillTest {
    private static final int TRIALS = 5;

    @TempDir
    Path folder;

    /**
     * Kills fall into start-up, into silver, into gold and around publishing. The seed is printed with a failure;
     * {@code -Dkill.seed=SEED} draws the same moments again, as parts of the time that the undisturbed run takes then.
     */
    @Test
    void kills() throws Exception {
        long seed = FaultTrials.seed();
        FaultTrials faults = new FaultTrials(TestSession.get(), Samples.small(folder.resolve("input")), folder, seed);
        int killed = 0;
        for (int i = 1; i <= TRIALS; i++) {
            Trial trial = faults.kill(i);
            assertThat(trial).as("seed %d", seed).matches(Trial::isSound);
            killed += trial.kills();
        }
        assertThat(killed).as("seed %d: runs that were killed", seed).isPositive();
    }
}
