package tradelake.sources;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Rows per second of processor time of the first pass and of the cursor, by hand: {@code SourcesSpeed FILE [ROWS]}. */
final class SourcesSpeed {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 6;

    private SourcesSpeed() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        if (!Files.exists(file)) DrawnBulk.write(file, rows, 704, 2019);
        System.out.printf("%s: %,d bytes%n", file, Files.size(file));
        Configuration hadoop = new Configuration();
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        for (int round = 0; round < ROUNDS; round++) {
            report("inflate only", rows, () -> inflate(path, hadoop));
            report("split only", rows, () -> split(path, hadoop));
            report("cursor, check only", rows, () -> cursor(path, hadoop));
            report(
                    "cursor, 10 fields",
                    rows,
                    () -> cursor(
                            path,
                            hadoop,
                            ApiField.REF_YEAR,
                            ApiField.REPORTER_CODE,
                            ApiField.PARTNER_CODE,
                            ApiField.FLOW_CODE,
                            ApiField.CMD_CODE,
                            ApiField.CLASSIFICATION_CODE,
                            ApiField.PRIMARY_VALUE,
                            ApiField.NET_WGT,
                            ApiField.QTY,
                            ApiField.QTY_UNIT_CODE));
            report("cursor, all fields", rows, () -> cursor(path, hadoop, ApiField.values()));
            report("first pass", rows, () -> new FirstPass(hadoop, 1).of(path).rows());
        }
    }

    private interface Work {
        long run() throws IOException;
    }

    private static void report(String what, int rows, Work work) throws IOException {
        long start = THREAD.getCurrentThreadCpuTime();
        long result = work.run();
        double seconds = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf("%-20s %.3f s  %.2f M rows/s  (%d)%n", what, seconds, rows / seconds / 1e6, result);
    }

    private static long inflate(org.apache.hadoop.fs.Path path, Configuration hadoop) throws IOException {
        try (OpenedFile file = OpenedFile.open(path, hadoop)) {
            byte[] buffer = new byte[1 << 18];
            long total = 0;
            for (int read = 0; read >= 0; read = file.content().readNBytes(buffer, 0, buffer.length)) {
                total += read;
                if (read == 0 && total > 0) break;
            }
            return total;
        }
    }

    private static long split(org.apache.hadoop.fs.Path path, Configuration hadoop) throws IOException {
        try (OpenedFile file = OpenedFile.open(path, hadoop)) {
            TabLines lines = new TabLines(file.content());
            long fields = 0;
            while (lines.next()) fields += lines.count;
            return fields;
        }
    }

    private static long cursor(org.apache.hadoop.fs.Path path, Configuration hadoop, ApiField... fields)
            throws IOException {
        try (OpenedFile file = OpenedFile.open(path, hadoop);
                RowCursor cursor = Formats.of(file.head()).orElseThrow().open(file.content())) {
            long sum = 0;
            while (cursor.next()) {
                for (ApiField field : fields)
                    sum += switch (field.type()) {
                        case INT -> cursor.intOf(field);
                        case DOUBLE -> (long) cursor.doubleOf(field);
                        case BOOLEAN -> cursor.booleanOf(field).hashCode();
                        case STRING -> cursor.utf8Of(field).numBytes();
                    };
            }
            return sum;
        }
    }
}
