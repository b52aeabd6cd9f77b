package tradelake.serve;

import java.sql.SQLException;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;

/** DuckDB's errors in one sentence each. */
final class Refusals {
    /** A streamed answer has the driver's own words before DuckDB's. */
    private static final Pattern KIND =
            Pattern.compile("^(?:[A-Z]\\w* )+Error: (?:Attempting [^:]*: (?:[A-Z]\\w* )+Error: )?");

    private Refusals() {}

    /** Without the kind of error and the picture of the line; for a table that is not there, what there is. */
    static BadInput of(SQLException e) {
        String message = String.valueOf(e.getMessage()).split("\\n\\s*\\nLINE ")[0];
        String plain =
                KIND.matcher(message.replaceAll("\\s+", " ")).replaceFirst("").strip();
        if (plain.matches("Table with name .* does not exist!.*"))
            plain = plain.replaceFirst("!.*", ".") + " `tradelake tables` lists the tables.";
        return new BadInput("Cannot answer: " + plain, e);
    }
}
