package tradelake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tradelake.lake.BadInput;
import tradelake.reference.Reference;
import tradelake.tariffs.schedule.Average;
import tradelake.tariffs.schedule.Averages;
import tradelake.tariffs.schedule.Collected;
import tradelake.tariffs.schedule.Import;
import tradelake.tariffs.schedule.ImportsFile;
import tradelake.tariffs.schedule.Measure;
import tradelake.tariffs.schedule.Rate;
import tradelake.tariffs.schedule.Schedule;

/** Rates in force on a day. */
@Command(
        name = "rates",
        header = "Average the rates in force on a day over imports, or list them by HS6.",
        description = {
            "Rates are fractions of the value: base_rate before the measures, additional_rate by them, total_rate both;"
                    + " struck_down_rate is the part of additional_rate under orders that a court has struck down since;"
                    + " measures says what each layer adds.",
            "Weights are the imports of --weights, or those of the published lake (tariffs.import-scale and year as in"
                    + " gold.applied_tariffs). With --exporter and without --weights its rates are listed by HS6.",
            "--collected sets the duty that was collected beside what the schedule says: collected_rate, empty where the file"
                    + " has no imports."
        },
        footer = {
            "%nExamples:",
            "  tradelake tariffs rates --importer USA --date 2025-08-31",
            "  tradelake tariffs rates --importer USA --date 2024-12-31 --weights imports.csv --collected imports.csv",
            "  tradelake tariffs rates --importer USA --date 2025-08-31 --known-on 2025-08-31 --weights imports.parquet -o csv",
            "  tradelake tariffs rates --importer USA --date 2025-11-15 --exporter CHN -o csv"
        })
final class RatesCommand implements Callable<Integer> {
    /** What a row of averages is about. */
    enum Grouping {
        exporter,
        section,
        hs6
    }

    @Option(names = "--importer", paramLabel = "ISO3", required = true, description = "Whose tariffs, such as USA.")
    private String importer;

    @Option(names = "--date", paramLabel = "DATE", required = true, description = "The day, such as 2025-08-31.")
    private LocalDate date;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description =
                    "Only what was law by this day counts; the day itself gives what customs charged then. Default:"
                            + " all that is known, which includes what was made retroactive later.")
    private Optional<LocalDate> knownOn = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description =
                    "Imports, CSV or Parquet: exporter, hs6, import_value_usd and, for the base rate as collected,"
                            + " duty_usd; or the US Census Bureau's CTY_CODE, HS6, imports, duty.")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--collected",
            paramLabel = "FILE",
            description = "Duties as collected: as --weights, with duty_usd; hs6 may be missing for rates by exporter.")
    private Optional<Path> collected = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "exporter|section|hs6",
            description = "What a row is about. Default: exporter.")
    private Grouping by = Grouping.exporter;

    @Option(names = "--exporter", paramLabel = "ISO3", description = "Only this exporter.")
    private Optional<String> exporter = Optional.empty();

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowOptions rows;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Schedule schedule = Schedule.of(Path.of(Home.standard("conf/tariffs")), importer);
        RowsOut out = rows.to(spec.commandLine().getOut());
        if (weights.isEmpty() && collected.isEmpty() && exporter.isPresent()) list(schedule, out);
        else average(schedule, imports(schedule), out);
        return Exit.DONE;
    }

    private List<Import> imports(Schedule schedule) {
        if (weights.isPresent()) return ImportsFile.read(weights.get(), schedule);
        Setup setup = lake.setup(spec.commandLine().getErr());
        try (var teller = setup.teller()) {
            return LakeImports.of(setup, importer);
        }
    }

    private LocalDate known() {
        return knownOn.orElse(LocalDate.MAX);
    }

    private void tell(Schedule schedule) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Tariffs of %s on %s, %s."
                .formatted(
                        importer,
                        date,
                        knownOn.map(day -> "as known on " + day).orElse("with all that was made retroactive later")));
        String struckDown = schedule.measures().stream()
                .map(Measure::legalStatus)
                .filter(status -> status.startsWith("struck down"))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!struckDown.isEmpty()) err.println("struck_down_rate: " + struckDown + ".");
    }

    private void average(Schedule schedule, List<Import> all, RowsOut out) {
        Reference reference = Reference.load(Path.of(Home.standard("conf")));
        List<Import> imports = all.stream()
                .filter(one -> exporter.map(one.exporter()::equals).orElse(true))
                .toList();
        if (imports.isEmpty())
            throw new BadInput("The weights hold no imports from %s: name another exporter.".formatted(exporter.get()));
        Function<Import, String> key = one -> switch (by) {
            case exporter -> one.exporter();
            case section -> reference.products().sectionOf(one.hs6());
            case hs6 -> one.hs6();
        };
        var averages = Averages.of(schedule, date, known(), imports, key);
        Optional<Map<String, Double>> paid = collected.map(file -> paid(file, schedule, key));
        tell(schedule);
        out.write(
                headings(by.name(), paid.isPresent()),
                averages.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), paid))
                        .toList());
    }

    private Map<String, Double> paid(Path file, Schedule schedule, Function<Import, String> key) {
        List<Import> imports = ImportsFile.collected(file, schedule).stream()
                .filter(one -> exporter.map(one.exporter()::equals).orElse(true))
                .toList();
        if (by != Grouping.exporter
                && imports.stream().anyMatch(one -> one.hs6().isEmpty()))
            throw new BadInput("%s has no column hs6, so what was collected is not known by %s: use --by exporter."
                    .formatted(file, by));
        return Collected.rates(imports, one -> Stream.of(key.apply(one), Averages.ALL));
    }

    private Object[] row(String key, Average average, Optional<Map<String, Double>> paid) {
        Object[] row = row(key, average.value(), average.rate());
        if (paid.isEmpty()) return row;
        Object[] more = Arrays.copyOf(row, row.length + 1);
        more[row.length] =
                Optional.ofNullable(paid.get().get(key)).map(RatesCommand::tidy).orElse(null);
        return more;
    }

    private Object[] row(String key, Double value, Rate rate) {
        return new Object[] {
            date.toString(),
            importer,
            key,
            value,
            tidy(rate.base()),
            tidy(rate.additional()),
            tidy(rate.total()),
            tidy(rate.struckDown()),
            rate.measures()
        };
    }

    /** Without the noise of adding up. */
    private static double tidy(double rate) {
        return Math.round(rate * 1e12) / 1e12;
    }

    private void list(Schedule schedule, RowsOut out) {
        String from = exporter.orElseThrow();
        var stack = schedule.on(from, date, known());
        tell(schedule);
        out.write(
                headings(Grouping.hs6.name(), false),
                schedule.base().products().stream()
                        .map(hs6 -> row(hs6, null, stack.on(hs6, schedule.base().of(from, hs6))))
                        .toList());
    }

    private static List<Heading> headings(String key, boolean withCollected) {
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.text("date"),
                Heading.text("importer"),
                Heading.text(key),
                Heading.number("import_value_usd"),
                Heading.number("base_rate"),
                Heading.number("additional_rate"),
                Heading.number("total_rate"),
                Heading.number("struck_down_rate"),
                Heading.text("measures")));
        if (withCollected) headings.add(Heading.number("collected_rate"));
        return headings;
    }
}
