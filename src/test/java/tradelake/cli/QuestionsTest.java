package tradelake.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tradelake.QuestionPage;
import tradelake.serve.SnapshotReader;

/** The answers of docs/questions.md are those of the whole sample, as {@code tradelake sql} prints them. */
@Tag("acceptance")
class QuestionsTest {
    @Test
    void answersAreThoseOfTheSample() throws Exception {
        try (SqlAnswers answers =
                new SnapshotAnswers(SnapshotReader.open(SampleLake.published()).orElseThrow())) {
            String label = String.join("\n", answers.labels()) + "\n";
            QuestionPage.read("questions.md").rewrite(sql -> label + answered(answers, sql));
        }
    }

    private static String answered(SqlAnswers answers, String sql) {
        StringWriter text = new StringWriter();
        answers.answer(sql, RowFormat.table.to(new PrintWriter(text)));
        return text.toString();
    }
}
