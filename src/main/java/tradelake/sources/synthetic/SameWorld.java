package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Writes the years from the first to the last of all reporters, and returns the number of files. */
    public int write(Path folder, SampleLayout layout, int firstYear, int lastYear) throws IOException {
        Files.createDirectories(folder);
        int files = 0;
        for (Trader reporter : world.traders().reporters()) {
            Declarations declarations = new Declarations(world, reporter);
            for (int year = firstYear; year <= lastYear; year++) {
                if (world.quirks().missing(reporter, year)) continue;
                Report report = Report.of(world, declarations, reporter, year);
                Path file = folder.resolve(reporter.key() + "-" + year + layout.extension());
                layout.write(file, reference.economies(), sink -> write(reporter, report, sink));
                files++;
            }
        }
        return files;
    }

    private static void write(Trader reporter, Report report, RowSink sink) throws IOException {
        Tally wanted = Tally.of(sink, SampleLayout::isInAll);
        wanted.begin(reporter.head(report.year()));
        report.write(reporter.edition(report.year()), wanted);
    }
}
