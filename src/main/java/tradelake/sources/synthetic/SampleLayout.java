package tradelake.sources.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tradelake.reference.Economies;

/** A layout in which a reporter-year can be written to a file of its own. */
public enum SampleLayout {
    BULK(".txt.gz") {
        @Override
        void write(Path file, Economies economies, Rows rows) throws IOException {
            text(file, text -> rows.into(new BulkFile(text, false)));
        }
    },
    LEGACY_CSV(".csv") {
        @Override
        void write(Path file, Economies economies, Rows rows) throws IOException {
            text(file, text -> rows.into(new LegacyFile(text, economies, PLAIN)));
        }
    },
    API_CSV(".csv") {
        @Override
        void write(Path file, Economies economies, Rows rows) throws IOException {
            text(file, text -> rows.into(new ApiCsvFile(text, new ApiCells(economies))));
        }
    },
    API_JSON(".json") {
        @Override
        void write(Path file, Economies economies, Rows rows) throws IOException {
            text(file, text -> {
                ApiJsonFile answer = new ApiJsonFile(text, new ApiCells(economies));
                rows.into(answer);
                answer.end();
            });
        }
    },
    PARQUET(".parquet") {
        @Override
        void write(Path file, Economies economies, Rows rows) throws IOException {
            try (ApiParquetFile table = new ApiParquetFile(file, new ApiCells(economies))) {
                rows.into(table);
            }
        }
    };

    private static final Extract PLAIN = new Extract("", 0, 0, 0, 35, false, "\n", "", List.of(), false, "");
    private static final int COMPRESSION = 6;

    private final String extension;

    SampleLayout(String extension) {
        this.extension = extension;
    }

    /** Puts rows into a file. */
    interface Rows {
        void into(RowSink sink) throws IOException;
    }

    private interface Words {
        void into(Text text) throws IOException;
    }

    abstract void write(Path file, Economies economies, Rows rows) throws IOException;

    /** With its dot. */
    String extension() {
        return extension;
    }

    /** Whether every layout can hold the row: the legacy one has no breakdowns and four flows. */
    static boolean isInAll(Row row) {
        return PLAIN.wants(row);
    }

    private static void text(Path file, Words words) throws IOException {
        SampleFile.write(file, COMPRESSION, text -> {
            words.into(text);
            return 0;
        });
    }
}
