package tradelake.serve;

import java.util.regex.Pattern;
import tradelake.lake.BadInput;

/**
 * What an engine is asked without changing anything: a statement is judged by its first words before the engine sees it. What
 * EXPLAIN explains must be a question itself, because EXPLAIN ANALYZE carries it out, and COPY writes files even where the
 * database is read only.
 */
public enum ReadOnly {
    DUCKDB("ANALY[SZ]E\\b|\\([^()]*\\)", "SELECT|WITH|FROM|VALUES|TABLE|SHOW|DESCRIBE|DESC|SUMMARIZE|PIVOT|UNPIVOT"),
    /** Its WITH may begin a change, and so may its FROM. */
    SPARK(
            "FORMATTED\\b|EXTENDED\\b|CODEGEN\\b|COST\\b",
            "SELECT|WITH(?!.*\\b(?:INSERT|MERGE|UPDATE|DELETE|OVERWRITE)\\b)|VALUES|TABLE|SHOW|DESCRIBE|DESC");

    private static final int SHOWN = 40;

    private final Pattern question;

    ReadOnly(String waysToExplain, String words) {
        question = Pattern.compile("(?is)(?:EXPLAIN\\b\\s*(?:%s)?)?[(\\s]*(?:%s)\\b.*".formatted(waysToExplain, words));
    }

    /** Throws {@link BadInput} for anything but a question. */
    public void require(String statement) {
        if (question.matcher(statement).matches()) return;
        throw new BadInput(
                "Cannot run \"%s\": the lake is read only here. Ask with SELECT, WITH, SHOW, DESCRIBE or EXPLAIN."
                        .formatted(statement.length() <= SHOWN ? statement : statement.substring(0, SHOWN) + "..."));
    }
}
