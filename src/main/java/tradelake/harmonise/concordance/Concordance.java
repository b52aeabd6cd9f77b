package tradelake.harmonise.concordance;

import java.nio.file.Files;
import java.nio.file.Path;
import tradelake.lake.Fingerprint;
import tradelake.reference.HsEdition;

/**
 * Which edition all flows are to be in, and the folder with the tables that lead there.
 *
 * @param synthetic whether the lake is: made-up tables count in a made-up world alone
 */
public record Concordance(HsEdition edition, Path folder, boolean synthetic) {
    /** Marks a folder whose tables are made up. */
    private static final String MARKER = "_SYNTHETIC";

    /** None where the folder is not there, or is of another world. */
    PublishedTables tables() {
        return counts() ? TableFiles.in(folder) : PublishedTables.NONE;
    }

    String fingerprint() {
        return edition + (counts() ? Fingerprint.ofFiles(folder) : "");
    }

    /** What to do where a table is missing. */
    String advice() {
        String why = counts() ? "%s does not have it" : "%s holds none for this lake";
        return why.formatted(folder) + ": name a folder with UNSD's tables in harmonise.tables, see docs/data.md";
    }

    private boolean counts() {
        return Files.isDirectory(folder) && (synthetic || !Files.exists(folder.resolve(MARKER)));
    }
}
