package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.TestSession;

class IngestBenchTest {
    @TempDir
    Path folder;

    @Test
    void everyStageIsMeasuredAndNothingIsLeftBehind() throws Exception {
        StringWriter told = new StringWriter();
        new IngestBench(TestSession.get(), folder, new PrintWriter(told, true)).run(35_000, 1);
        assertThat(told.toString())
                .containsPattern("\\d+,\\d+ rows, \\d+ MB packed")
                .containsPattern("(?m)^first pass +\\d+\\.\\d\\d ")
                .containsPattern("(?m)^read and filter +\\d+\\.\\d\\d ")
                .containsPattern("(?m)^write Parquet +\\d+\\.\\d\\d ")
                .containsPattern("(?m)^aggregate +\\d+\\.\\d\\d ")
                .containsPattern("(?m)^total +\\d+\\.\\d\\d ")
                .contains("peak heap");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
