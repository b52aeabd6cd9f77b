package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tradelake.serve.Answer;
import tradelake.serve.SnapshotReader;

/** DuckDB's answers from the published snapshot. */
final class SnapshotAnswers implements SqlAnswers {
    private final SnapshotReader snapshot;

    SnapshotAnswers(SnapshotReader snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public List<String> labels() {
        return snapshot.labels();
    }

    @Override
    public void answer(String statement, RowsOut out) {
        show(snapshot.query(statement), out);
    }

    @Override
    public void writeParquet(String statement, Path file) {
        snapshot.writeParquet(statement, file);
    }

    @Override
    public void tables(RowsOut out) {
        show(snapshot.listing(), out);
    }

    @Override
    public void describe(String table, RowsOut out) {
        show(snapshot.description(table), out);
    }

    @Override
    public List<String> names() {
        return Stream.concat(snapshot.tables().stream(), snapshot.columns().stream())
                .toList();
    }

    private static void show(Answer answer, RowsOut out) {
        try (answer) {
            out.write(
                    answer.columns().stream()
                            .map(column -> new Heading(column.name(), column.number()))
                            .toList(),
                    () -> answer);
        }
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
