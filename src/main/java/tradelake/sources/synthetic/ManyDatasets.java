package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.reference.Reference;

/**
 * As many datasets as asked for, up to some three thousand: each a bulk file with one year of one economy. Economies beyond
 * the reporters of the synthetic world publish what one of these does.
 */
public final class ManyDatasets {
    private static final int YEARS = Scale.LAST_YEAR - Scale.FIRST_YEAR + 1;

    private final Reference reference = Reference.load();
    private final SyntheticWorld world;
    private final List<Trader> reporters;
    private final List<Economy> publishers;
    private final Path folder;

    /** @param rows about how many a dataset has on average */
    public ManyDatasets(Path folder, long rows, long seed) {
        this.folder = folder;
        try {
            int own = SyntheticWorld.of(reference, seed, Scale.around(rows))
                    .traders()
                    .reporters()
                    .size();
            this.world = Census.worldOf(reference, seed, rows * own * YEARS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.reporters = world.traders().reporters();
        this.publishers = publishers();
    }

    private List<Economy> publishers() {
        List<Economy> own = reporters.stream()
                .map(reporter -> reference.economies().byCode(reporter.code()).orElseThrow())
                .toList();
        Stream<Economy> others = reference.economies().all().stream()
                .filter(economy -> economy.kind() == EconomyKind.ECONOMY && economy.isReporter())
                .filter(economy -> economy.exitYear().isEmpty() && !own.contains(economy));
        return Stream.concat(own.stream(), others).toList();
    }

    /** Writes the first so many, all years of one economy after those of another, and returns the number of their rows. */
    public long write(int count) throws IOException {
        if (count > publishers.size() * YEARS)
            throw new BadInput("Cannot make %,d datasets: there can be %,d, so choose a smaller size."
                    .formatted(count, publishers.size() * YEARS));
        long rows = 0;
        for (int own = 0; own < reporters.size() && own * YEARS < count; own++) {
            Declarations declarations = new Declarations(world, reporters.get(own));
            for (int year = 0; year < YEARS && own * YEARS + year < count; year++) {
                Report report = Report.of(world, declarations, reporters.get(own), Scale.FIRST_YEAR + year);
                for (int publisher = own; publisher < publishers.size(); publisher += reporters.size())
                    if (publisher * YEARS + year < count) rows += write(report, publishers.get(publisher), 1);
            }
        }
        return rows;
    }

    /** Publishes one of them again a year later, with other values, and returns the number of its rows. */
    public long republish(int number) throws IOException {
        int publisher = number / YEARS;
        Trader reporter = reporters.get(publisher % reporters.size());
        int year = Scale.FIRST_YEAR + number % YEARS;
        Report revised = Report.earlier(world, new Declarations(world, reporter), reporter, year);
        return write(revised, publishers.get(publisher), 2);
    }

    /** @param age of the publication in years */
    private long write(Report report, Economy publisher, int age) throws IOException {
        Head head = new Head(
                publisher.code(),
                publisher.key(),
                publisher.nameComtrade(),
                report.year(),
                report.reporter().edition(report.year()),
                true);
        String day = "%d-06-01".formatted(report.year() + age);
        Publication file = Publication.ofGroup(head.key(), head.reporter(), head.year(), head.edition(), day);
        return SampleFile.write(folder.resolve(file.file()), world.scale().compression(), text -> {
                    Tally tally = Tally.of(new BulkFile(text, false), row -> true);
                    tally.begin(head);
                    report.write(head.edition(), tally);
                    return tally.rows();
                })
                .rows();
    }
}
