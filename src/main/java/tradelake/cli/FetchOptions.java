package tradelake.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tradelake.lake.BadInput;
import tradelake.lake.Years;
import tradelake.reference.Economy;
import tradelake.reference.Group;
import tradelake.reference.Reference;
import tradelake.sources.fetch.Shelf;
import tradelake.sources.fetch.Wanted;

/** What of UN Comtrade is asked for. */
final class FetchOptions {
    private static final String EVERYONE = "all";
    private static final String CODE = "\\d{1,3}";

    @Option(
            names = "--from",
            paramLabel = "final|classic|tariffline|api|preview",
            description =
                    "Bulk files of three kinds, answers of the API, or of its preview (at most 500 rows an answer)."
                            + " Default: final.")
    private Shelf shelf = Shelf.FINAL;

    @Option(
            names = "--reporters",
            required = true,
            split = ",",
            paramLabel = "LIST",
            description = "ISO 3166-1 alpha-3, codes of UN Comtrade, groups such as RCEP, or all.")
    private List<String> reporters;

    @Option(names = "--years", required = true, paramLabel = "YEARS", description = "Such as 2020-2024 or 2023.")
    private String years;

    @Option(names = "--monthly", description = "The data of the years' months, not those of the years.")
    private boolean monthly;

    @Option(
            names = "--flows",
            split = ",",
            paramLabel = "LIST",
            description = "Of api and preview: M, X, RX, RM and others. Default: M,X.")
    private List<String> flows = List.of();

    @Option(
            names = "--products",
            split = ",",
            paramLabel = "LIST",
            description =
                    "Of api and preview: TOTAL, AG2, AG4, AG6, or HS codes. Default: TOTAL,AG2. What was asked for with"
                            + " other products or flows before is replaced.")
    private List<String> products = List.of();

    @Option(
            names = "--published-since",
            paramLabel = "DATE",
            description = "Only what was published on this day or later.")
    private Optional<LocalDate> since = Optional.empty();

    Wanted in(Reference reference) {
        if (shelf.holdsFiles() && !(flows.isEmpty() && products.isEmpty()))
            throw new BadInput("--flows and --products are for --from api and preview: files of --from %s hold all."
                    .formatted(shelf));
        return new Wanted(
                shelf,
                codes(reference),
                periods(Years.parse(years)),
                monthly,
                words("--flows", flows, List.of("M", "X"), "[A-Z]{1,3}"),
                words("--products", products, List.of("TOTAL", "AG2"), "TOTAL|AG[246]|\\d{2}|\\d{4}|\\d{6}"),
                since);
    }

    private static List<String> words(String option, List<String> given, List<String> standard, String form) {
        List<String> words = given.isEmpty() ? standard : given;
        for (String word : words)
            if (!word.matches(form))
                throw new BadInput("Cannot use \"%s\" in %s: see tradelake fetch --help.".formatted(word, option));
        return words.stream().distinct().toList();
    }

    private List<String> periods(Years years) {
        return years.stream()
                .boxed()
                .flatMap(year -> monthly
                        ? IntStream.rangeClosed(1, 12).mapToObj(month -> "%d%02d".formatted(year, month))
                        : Stream.of("" + year))
                .toList();
    }

    private List<String> codes(Reference reference) {
        if (reporters.equals(List.of(EVERYONE))) return List.of();
        return reporters.stream()
                .flatMap(word -> codes(word.strip(), reference))
                .distinct()
                .sorted()
                .map(code -> "" + code)
                .toList();
    }

    /** All codes of a key under which it reports or did: the service has nothing under those of other years. */
    private static Stream<Integer> codes(String word, Reference reference) {
        if (word.matches(CODE)) return Stream.of(reporter(Integer.parseInt(word), reference));
        String key = word.toUpperCase(Locale.ROOT);
        Optional<Group> group = reference.groups().byId(key);
        if (group.isPresent())
            return group.get().membersOn(LocalDate.now(ZoneOffset.UTC)).stream()
                    .flatMap(member -> reporting(member, reference));
        List<Integer> codes = reporting(key, reference).toList();
        if (codes.isEmpty())
            throw new BadInput(
                    "Cannot fetch \"%s\": give reporters as ISO 3166-1 alpha-3 such as CHN, codes of UN Comtrade such as 156, groups such as RCEP, or all; partners alone do not report."
                            .formatted(word));
        return codes.stream();
    }

    private static Stream<Integer> reporting(String key, Reference reference) {
        return reference.economies().all().stream()
                .filter(economy -> economy.isReporter() && economy.key().equals(key))
                .map(Economy::code);
    }

    private static int reporter(int code, Reference reference) {
        return reference
                .economies()
                .byCode(code)
                .filter(Economy::isReporter)
                .map(Economy::code)
                .orElseThrow(() -> new BadInput(
                        "Cannot fetch %d: no reporter of UN Comtrade has this code; China has 156, Japan 392."
                                .formatted(code)));
    }
}
