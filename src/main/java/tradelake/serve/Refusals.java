package tradelake.serve;

import java.sql.SQLException;
import tradelake.lake.BadInput;

/** DuckDB's errors in one sentence each. */
final class Refusals {
    private Refusals() {}

    /** Without the kind of error and the picture of the line; for a table that is not there, what there is. */
    static BadInput of(SQLException e) {
        String message = String.valueOf(e.getMessage()).split("\\n\\s*\\nLINE ")[0];
        String plain = message.replaceFirst("^(?:[A-Z]\\w* )+Error: ", "").replaceAll("\\s+", " ").strip();
        if (plain.matches("Table with name .* does not exist!.*"))
            plain = plain.replaceFirst("!.*", ".") + " `tradelake tables` lists the tables.";
        return new BadInput("Cannot answer: " + plain, e);
    }
}
