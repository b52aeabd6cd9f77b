package tradelake.cli;

import java.util.Locale;
import java.util.function.Consumer;
import tradelake.lake.BadInput;
import tradelake.serve.Statements;

/**
 * Answers statements, each ended by a semicolon, and commands that begin with a backslash, until there are no more lines or one
 * says {@code exit}. A script with a statement that could not be answered fails in the end.
 */
final class SqlShell {
    static final String HELP =
            "End each statement with a semicolon. \\dt lists the tables, \\d TABLE the columns of one, \\? this, \\q leaves.";

    private final SqlAnswers answers;
    private final RowsOut out;
    private final Consumer<String> notes;
    private int refused = 0;

    SqlShell(SqlAnswers answers, RowsOut out, Consumer<String> notes) {
        this.answers = answers;
        this.out = out;
        this.notes = notes;
    }

    void run(Lines lines) {
        notes.accept(HELP);
        answerAll(lines);
        if (refused > 0 && !lines.areTyped())
            throw new BadInput("%d of the statements could not be answered; see above.".formatted(refused));
    }

    private void answerAll(Lines lines) {
        StringBuilder begun = new StringBuilder();
        for (String line = lines.next(false); line != null; line = lines.next(!begun.isEmpty())) {
            if (begun.isEmpty() && line.strip().matches("(?i)(exit|quit|\\\\q)\\s*;?")) return;
            if (begun.isEmpty() && line.strip().startsWith("\\")) attempt(line.strip());
            else answerEnded(begun.append(line).append('\n'));
            if (begun.toString().isBlank()) begun.setLength(0);
        }
        Statements.in(begun.toString()).forEach(this::attempt);
    }

    private void answerEnded(StringBuilder begun) {
        if (!Statements.isEnded(begun.toString())) return;
        Statements.in(begun.toString()).forEach(this::attempt);
        begun.setLength(0);
    }

    /** What cannot be answered is said so, and the shell goes on. */
    private void attempt(String statement) {
        try {
            if (statement.startsWith("\\")) command(statement.split("\\s+"));
            else answers.answer(statement, out);
        } catch (BadInput e) {
            refused++;
            notes.accept(e.getMessage());
        }
    }

    private void command(String[] words) {
        String name = words[0].toLowerCase(Locale.ROOT);
        if (name.equals("\\?")) notes.accept(HELP);
        else if (name.equals("\\d") && words.length > 1) answers.describe(words[1].replace(";", ""), out);
        else if (name.equals("\\d") || name.equals("\\dt")) answers.tables(out);
        else throw new BadInput("There is no command %s. %s".formatted(words[0], HELP));
    }
}
