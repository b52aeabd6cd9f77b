package tradelake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that a person types, with a history kept in the home folder and names completed by the tabulator. */
final class TypedLines implements Lines, AutoCloseable {
    private static final String HISTORY = ".tradelake_history";
    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP BY",
            "ORDER BY",
            "HAVING",
            "LIMIT",
            "JOIN",
            "USING",
            "DISTINCT",
            "AND",
            "OR",
            "BETWEEN",
            "round(",
            "sum(",
            "count(*)",
            "\\dt",
            "\\d",
            "\\?",
            "\\q");

    private final Terminal terminal;
    private final LineReader reader;

    /**
     * A reader of the terminal.
     *
     * @param names of tables and columns
     */
    TypedLines(List<String> names) {
        try {
            terminal = TerminalBuilder.builder().system(true).build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the terminal", e);
        }
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new Words())
                .completer(completer(names))
                .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), HISTORY))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .build();
    }

    /** A name begins after a blank, a bracket, a comma or an operator too. */
    private static final class Words extends DefaultParser {
        Words() {
            setEscapeChars(null);
            setQuoteChars(new char[0]);
        }

        @Override
        public boolean isDelimiterChar(CharSequence line, int at) {
            return super.isDelimiterChar(line, at) || "(),=<>+-*/;".indexOf(line.charAt(at)) >= 0;
        }
    }

    private static Completer completer(List<String> names) {
        return (reader, line, candidates) -> {
            names.forEach(name -> candidates.add(new Candidate(name)));
            WORDS.forEach(word -> candidates.add(new Candidate(word)));
        };
    }

    /** Ctrl-C gives up the line, Ctrl-D ends. */
    @Override
    public String next(boolean goesOn) {
        try {
            return reader.readLine(goesOn ? "      ...> " : "tradelake> ");
        } catch (UserInterruptException e) {
            return "";
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public boolean areTyped() {
        return true;
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the terminal", e);
        }
    }
}
