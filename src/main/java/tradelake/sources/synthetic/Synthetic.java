package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Reference;

/** Makes a folder of synthetic UN Comtrade files: the same rows and seed give the same files. */
public final class Synthetic {
    /** The file that marks a folder as synthetic; like all names with an underscore it is no input. */
    public static final String MARKER = "_SYNTHETIC";

    /** What was planted, where, and how much. */
    public static final String PLANTED = "_truth/planted.csv";

    /** What each reporter-year sums to. */
    public static final String TOTALS = "_truth/totals.csv";

    /** What economies sell at home, for the models of general equilibrium. */
    static final String SALES = "_production/sales.csv";

    static final String INPUTS = "_production/inputs.csv";

    /** Tariff schedules, for the margins that RCEP leaves. */
    static final String SCHEDULES = "_schedules/lines.csv";

    /** How codes of one edition follow those of another, in the forms that harmonise.tables may name. */
    static final String CONVERSIONS = "_concordance/conversions.csv";

    static final String CORRELATIONS = "_concordance/correlations.csv";

    /** Every trade file of the sample. */
    static final String FILES = "_truth/files.csv";

    private static final String NOTICE = "SYNTHETIC: made by tradelake sample; no trade data of any economy.\n";

    private final Path folder;
    private final Reference reference;
    private final SyntheticWorld world;

    private Synthetic(Path folder, Reference reference, SyntheticWorld world) {
        this.folder = folder;
        this.reference = reference;
        this.world = world;
    }

    /** What was written: trade files with their rows and bytes. */
    public record Summary(int files, long rows, long bytes) {}

    /**
     * Writes about as many rows as asked for, within a few per cent.
     *
     * @param folder new, empty, or an earlier sample, which is replaced
     */
    public static Summary write(Path folder, long rows, long seed) {
        if (rows < Scale.FEWEST_ROWS || rows > Scale.MOST_ROWS) {
            throw new BadInput("Cannot make a sample of %,d rows: ask for %,d to %,d."
                    .formatted(rows, Scale.FEWEST_ROWS, Scale.MOST_ROWS));
        }
        try {
            clear(folder);
            Reference reference = Reference.load();
            SyntheticWorld world = Census.worldOf(reference, seed, rows);
            return new Synthetic(folder, reference, world).write();
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (UncheckedIOException e) {
            throw unwritable(folder, e.getCause());
        }
    }

    private static BadInput unwritable(Path folder, IOException cause) {
        return new BadInput(
                "Cannot write a sample to %s (%s): give a folder that can be written, on a disk with room."
                        .formatted(folder, cause),
                cause);
    }

    /** Deletes what an earlier sample lists as its own, and nothing else. */
    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        boolean marked = Files.exists(folder.resolve(MARKER));
        try (Stream<Path> inside = Files.list(folder)) {
            if (!marked && inside.findAny().isPresent()) {
                throw new BadInput(
                        "Cannot write a sample to %s: it has other files. Give a new folder.".formatted(folder));
            }
        }
        Files.writeString(folder.resolve(MARKER), NOTICE);
        Path list = folder.resolve(FILES);
        if (!Files.exists(list)) return;
        List<String> before = Files.readAllLines(list);
        for (String line : before.subList(1, before.size())) {
            Path file = folder.resolve(line.substring(0, line.indexOf(','))).normalize();
            if (file.startsWith(folder.normalize())) Files.deleteIfExists(file);
        }
        Files.delete(list);
    }

    private Summary write() throws IOException {
        List<SampleFile> files = new ArrayList<>();
        List<Planted> planted = new ArrayList<>();
        List<PublishedTotal> totals = new ArrayList<>();
        for (ReporterFiles.Result result : writeReporters()) {
            files.addAll(result.files());
            planted.addAll(result.truth().planted());
            totals.addAll(result.truth().totals());
        }
        GroupFiles groups = new GroupFiles(world, folder);
        for (Quirk quirk : world.quirks().named("group_reporter")) files.add(groups.write(quirk, planted));
        planted.sort(Comparator.comparing(Planted::trap));
        list(PLANTED, Planted.HEADER, planted.stream().map(Planted::toCsv).toList());
        list(
                TOTALS,
                PublishedTotal.HEADER,
                totals.stream().map(PublishedTotal::toCsv).toList());
        list(
                FILES,
                SampleFile.HEADER,
                files.stream().map(SampleFile::toCsv).sorted().toList());
        listProduction();
        listSchedules();
        listConcordance();
        return summary(files);
    }

    private void listProduction() throws IOException {
        MadeUpProduction production =
                new MadeUpProduction(world, reference.products().sections());
        list(SALES, MadeUpProduction.SALES_HEADER, production.sales());
        list(INPUTS, MadeUpProduction.INPUTS_HEADER, production.inputs());
        Files.writeString(folder.resolve(SALES).resolveSibling(MARKER), NOTICE);
    }

    private void listSchedules() throws IOException {
        list(SCHEDULES, MadeUpSchedules.HEADER, new MadeUpSchedules(world).lines());
        Files.writeString(folder.resolve(SCHEDULES).resolveSibling(MARKER), NOTICE);
    }

    private void listConcordance() throws IOException {
        MadeUpConcordance concordance = new MadeUpConcordance(world.goods());
        list(CONVERSIONS, MadeUpConcordance.CONVERSIONS_HEADER, concordance.conversions());
        list(CORRELATIONS, MadeUpConcordance.CORRELATIONS_HEADER, concordance.correlations());
        Files.writeString(folder.resolve(CONVERSIONS).resolveSibling(MARKER), NOTICE);
    }

    /** Reporters are independent of each other, so as many at once as there are processors. */
    private List<ReporterFiles.Result> writeReporters() {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<ReporterFiles.Result>> running = world.traders().reporters().stream()
                    .map(reporter -> pool.submit(
                            () -> new ReporterFiles(world, reporter, reference.economies(), folder).write()))
                    .toList();
            List<ReporterFiles.Result> results = new ArrayList<>();
            for (Future<ReporterFiles.Result> one : running) results.add(one.get());
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing " + folder, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("Cannot write " + folder, e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void list(String file, String header, List<String> lines) throws IOException {
        String text = header + "\n" + String.join("\n", lines) + "\n";
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    private Summary summary(List<SampleFile> files) throws IOException {
        long rows = 0;
        long bytes = 0;
        for (SampleFile file : files) {
            rows += file.rows();
            bytes += Files.size(folder.resolve(file.file()));
        }
        return new Summary(files.size(), rows, bytes);
    }
}
