package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tradelake.reference.Economies;
import tradelake.reference.HsEdition;

/** Writes all files of one reporter: a bulk file a year, what is published twice, and its legacy extracts. */
final class ReporterFiles {
    private final SyntheticWorld world;
    private final Trader reporter;
    private final Economies economies;
    private final Path folder;
    private final Truth truth;
    private final Declarations declarations;
    private final List<SampleFile> files = new ArrayList<>();

    ReporterFiles(SyntheticWorld world, Trader reporter, Economies economies, Path folder) {
        this.world = world;
        this.reporter = reporter;
        this.economies = economies;
        this.folder = folder;
        this.truth = new Truth(world);
        this.declarations = new Declarations(world, reporter);
    }

    /** What was written, and what it holds. */
    record Result(List<SampleFile> files, Truth truth) {}

    Result write() {
        try {
            for (int year = Scale.FIRST_YEAR; year <= Scale.LAST_YEAR; year++) write(year);
            for (Extract extract : Extract.all()) {
                if (extract.reporter() == reporter.code()) write(extract);
            }
            return new Result(files, truth);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the files of " + reporter.key() + " to " + folder, e);
        }
    }

    private void write(int year) throws IOException {
        Report report = Report.of(world, declarations, reporter, year);
        truth.record(report);
        boolean none = world.quirks().missing(reporter, year)
                || planted("extract_only", year).isPresent();
        for (Publication file : none ? List.<Publication>of() : publications(year)) {
            Report published = file.earlier() ? Report.earlier(world, declarations, reporter, year) : report;
            write(file, published);
        }
    }

    private List<Publication> publications(int year) {
        List<Publication> files = new ArrayList<>();
        String day = Publication.day(world.noise(), reporter.code(), year);
        boolean named = reporter.index() % 4 != 1;
        Publication usual = named
                ? Publication.dated(reporter, year, reporter.edition(year), day)
                : Publication.undated(reporter, year);
        planted("republished", year)
                .map(Quirk::item)
                .map(Embedded::words)
                .ifPresentOrElse(
                        days -> {
                            files.add(dated(year, days.get(0)).beforeRevision());
                            files.add(dated(year, days.get(1)));
                        },
                        () -> files.add(usual));
        planted("undated_and_dated", year).ifPresent(q -> {
            files.set(0, Publication.undated(reporter, year).beforeRevision());
            files.add(dated(year, q.item()));
        });
        planted("converted", year)
                .ifPresent(q -> files.add(Publication.dated(reporter, year, HsEdition.valueOf(q.item()), day)));
        return files;
    }

    private Publication dated(int year, String day) {
        return Publication.dated(reporter, year, reporter.edition(year), day);
    }

    private Optional<Quirk> planted(String trap, int year) {
        return world.quirks().of(trap, reporter.code(), year);
    }

    private void write(Publication file, Report report) throws IOException {
        Tally[] tally = new Tally[1];
        SampleFile.Written written =
                SampleFile.write(folder.resolve(file.file()), world.scale().compression(), text -> {
                    tally[0] = Tally.of(new BulkFile(text, reporter.index() % 3 == 2), row -> true);
                    Head head = reporter.head(file.year());
                    tally[0].begin(file.original() ? head : head.in(file.edition()));
                    report.write(file.edition(), tally[0]);
                    return tally[0].rows();
                });
        files.add(new SampleFile(
                file.file(),
                "bulk",
                reporter.code(),
                Integer.toString(file.year()),
                file.edition().name(),
                written.rows(),
                written.textCrc32()));
        truth.record(report, file, tally[0]);
        for (String trap : List.of("republished", "undated_and_dated", "converted")) {
            planted(trap, file.year()).ifPresent(q -> recordFile(q, file, report, written.rows()));
        }
    }

    private void recordFile(Quirk quirk, Publication file, Report report, long rows) {
        for (Flow flow : Flow.values()) {
            Cells cells = report.cells(flow);
            truth.add(Planted.of(quirk, reporter, file.year(), flow.name(), cells.sum(cells::inWorld))
                    .in(file.file(), rows));
        }
    }

    private void write(Extract extract) throws IOException {
        String file = "legacy/" + extract.file();
        SampleFile.Written written =
                SampleFile.write(folder.resolve(file), world.scale().compression(), text -> {
                    Tally tally = Tally.of(new LegacyFile(text, economies, extract), extract::wants);
                    for (int year = extract.firstYear(); year <= extract.lastYear(); year++) {
                        tally.begin(reporter.head(year));
                        Report.of(world, declarations, reporter, year).write(reporter.edition(year), tally);
                    }
                    return tally.rows();
                });
        String years = extract.firstYear() == extract.lastYear()
                ? Integer.toString(extract.firstYear())
                : extract.firstYear() + "-" + extract.lastYear();
        String edition = IntStream.rangeClosed(extract.firstYear(), extract.lastYear())
                .mapToObj(year -> reporter.edition(year).name())
                .distinct()
                .collect(Collectors.joining(" "));
        files.add(new SampleFile(file, "legacy", reporter.code(), years, edition, written.rows(), written.textCrc32()));
        truth.add(new Planted(
                "extract",
                reporter.key(),
                extract.firstYear(),
                extract.flows(),
                "",
                String.join(" ", extract.chapters()),
                written.rows(),
                0,
                file,
                extract.note()));
    }
}
