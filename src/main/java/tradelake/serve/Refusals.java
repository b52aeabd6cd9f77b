package tradelake.serve;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;

/** DuckDB's errors in one sentence each. */
final class Refusals {
    /** A streamed answer has the driver's own words before DuckDB's. */
    private static final Pattern KIND =
            Pattern.compile("^(?:[A-Z]\\w* )+Error: (?:Attempting [^:]*: (?:[A-Z]\\w* )+Error: )?");

    private static final Pattern NO_TABLE = Pattern.compile("Table with name (.+?) does not exist!.*");

    private Refusals() {}

    /** Without the kind of error and the picture of the line. */
    static BadInput of(SQLException e) {
        return of(e, List::of);
    }

    /**
     * For a table that is not there, also what may be meant.
     *
     * @param tables what there is; asked for only then
     */
    static BadInput of(SQLException e, Supplier<List<String>> tables) {
        String message = String.valueOf(e.getMessage()).split("\\n\\s*\\nLINE ")[0];
        String plain =
                KIND.matcher(message.replaceAll("\\s+", " ")).replaceFirst("").strip();
        Matcher missing = NO_TABLE.matcher(plain);
        if (missing.matches())
            plain =
                    "the published run has no table named %s.%s `tradelake tables` lists the tables, `tradelake refresh` makes those without rows."
                            .formatted(missing.group(1), Nearest.hint(missing.group(1), tables.get()));
        return new BadInput("Cannot answer: " + plain, e);
    }
}
