package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import tradelake.reference.Reference;

/** The synthetic world in one layout: a file for each reporter-year, with the rows that every layout can hold. */
public final class SameWorld {
    private final SyntheticWorld world;
    private final Reference reference = Reference.load();

    public SameWorld(long rows, long seed) {
        try {
            world = Census.worldOf(reference, seed, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the years from the first to the last of all reporters, and returns the number of rows. */
    public long write(Path folder, SampleLayout layout, int firstYear, int lastYear) throws IOException {
        return write(folder, layout, firstYear, lastYear, SampleLayout::isInAll);
    }

    /** Writes all years as bulk files with every row, and returns the number of rows. */
    public long writeBulk(Path folder) throws IOException {
        return write(folder, SampleLayout.BULK, Scale.FIRST_YEAR, Scale.LAST_YEAR, row -> true);
    }

    private long write(Path folder, SampleLayout layout, int firstYear, int lastYear, Predicate<Row> wanted)
            throws IOException {
        Files.createDirectories(folder);
        long rows = 0;
        for (Trader reporter : world.traders().reporters()) {
            Declarations declarations = new Declarations(world, reporter);
            for (int year = firstYear; year <= lastYear; year++) {
                if (world.quirks().missing(reporter, year)) continue;
                Report report = Report.of(world, declarations, reporter, year);
                Path file = folder.resolve(reporter.key() + "-" + year + layout.extension());
                long[] written = new long[1];
                layout.write(file, reference.economies(), sink -> written[0] = write(reporter, report, sink, wanted));
                rows += written[0];
            }
        }
        return rows;
    }

    private static long write(Trader reporter, Report report, RowSink sink, Predicate<Row> wanted) throws IOException {
        Tally counted = Tally.of(sink, wanted);
        counted.begin(reporter.head(report.year()));
        report.write(reporter.edition(report.year()), counted);
        return counted.rows();
    }
}
