package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads a folder of bulk files in the stages of {@link IngestBench}. */
interface IngestEngine extends AutoCloseable {
    String name();

    /** Counts all rows and adds up all dollars. */
    List<String> check(Path files) throws IOException;

    /** Reads the canonical rows and adds up their columns, so that each is parsed. */
    List<String> read(Path files) throws IOException;

    /** Writes the canonical rows to Parquet by year. */
    List<String> write(Path files, Path parquet) throws IOException;

    /** Adds up what was written, by year and flow. */
    List<String> aggregate(Path parquet) throws IOException;

    @Override
    void close();
}
