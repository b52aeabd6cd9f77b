package tradelake.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.BadInput;

/**
 * Answers statements from standard input, each ended by a semicolon, until it ends or says {@code exit}. A script with a
 * statement that could not be answered fails in the end.
 */
final class SqlShell {
    private final SqlViews views;
    private final Consumer<Dataset<Row>> answers;
    private final Consumer<String> notes;
    private int refused = 0;

    SqlShell(SqlViews views, Consumer<Dataset<Row>> answers, Consumer<String> notes) {
        this.views = views;
        this.answers = answers;
        this.notes = notes;
    }

    void run() {
        answerAll();
        if (refused > 0 && System.console() == null)
            throw new BadInput("%d of the statements could not be answered; see above.".formatted(refused));
    }

    private void answerAll() {
        notes.accept("End each statement with a semicolon; exit leaves. SHOW TABLES IN gold lists the tables.");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder statement = new StringBuilder();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (statement.isEmpty() && line.strip().matches("(?i)(exit|quit)\\s*;?")) return;
                statement.append(line).append('\n');
                if (line.strip().endsWith(";")) answer(statement);
            }
            if (!statement.toString().isBlank()) answer(statement);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read standard input", e);
        }
    }

    /** A statement that cannot be answered is said so, and the shell goes on. */
    private void answer(StringBuilder statement) {
        String sql = statement.toString();
        statement.setLength(0);
        if (sql.isBlank()) return;
        try {
            answers.accept(views.query(sql));
        } catch (BadInput e) {
            refused++;
            notes.accept(e.getMessage());
        }
    }
}
