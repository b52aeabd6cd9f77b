package tradelake.cli;

import java.util.Optional;
import tradelake.lake.Settings;
import tradelake.lake.console.Teller;

/**
 * What the options of a command amount to, checked before Spark starts.
 *
 * @param lake absolute path or URI of the lake's folder
 * @param master Spark's master where the user named one
 * @param teller is told what happens; closed by the command
 */
record Setup(String lake, Settings settings, Optional<String> master, Teller teller) {
    /** The same for another lake. */
    Setup at(String other) {
        return new Setup(other, settings, master, teller);
    }

    /** What a command line must say to mean this lake: nothing for the usual one. */
    String lakeOption() {
        return lake.equals(Home.standard("lake")) ? "" : " --lake " + lake;
    }
}
