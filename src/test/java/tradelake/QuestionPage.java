package tradelake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of docs that asks: its blocks of SQL are run, and the blocks of text below them, if any, are their answers. */
public record QuestionPage(Path file, String text) {
    private static final Pattern ASKED =
            Pattern.compile("```sql\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", Pattern.DOTALL);

    /**
     * A statement and what the page says that it answers.
     *
     * @param answer "" where the page prints none
     */
    public record Question(String sql, String answer) {
        /** The headings of the answer: its second line, under the label. */
        public List<String> columns() {
            return List.of(
                    answer.lines().skip(1).findFirst().orElseThrow().strip().split(" {2,}"));
        }

        /** Of the gold tables alone, which the published snapshot holds. */
        public boolean isOfGold() {
            return !sql.contains("silver.");
        }
    }

    public static QuestionPage read(String name) {
        Path file = Path.of("docs", name);
        try {
            return new QuestionPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Question> questions() {
        return ASKED.matcher(text)
                .results()
                .map(found -> new Question(found.group(1), found.group(2) == null ? "" : found.group(2)))
                .toList();
    }

    /** Asks again and writes the page with what was answered; fails where that changes it. */
    public void rewrite(UnaryOperator<String> ask) throws IOException {
        String now = ASKED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(answered(found, ask)));
        Files.writeString(file, now);
        assertThat(text).as(file + " was stale and is now rewritten: commit it").isEqualTo(now);
    }

    private static String answered(MatchResult found, UnaryOperator<String> ask) {
        String sql = found.group(1);
        return "```sql\n" + sql + "```\n\n```text\n" + ask.apply(sql) + "```\n";
    }
}
