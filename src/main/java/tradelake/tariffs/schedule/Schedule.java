package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * One importer's tariffs: measures and exemptions with their dates, product lists, base rates, partners. Serializable, so that
 * tasks can rate goods where the trade lies.
 */
public final class Schedule implements Serializable {
    private static final long serialVersionUID = 1;

    private final String importer;
    private final List<Measure> measures;
    private final List<Exemption> exemptions;
    private final ProductLists lists;
    private final BaseRates base;
    private final Map<String, Set<String>> groupsOf;
    private final Map<String, String> partners;

    private Schedule(
            String importer,
            List<Measure> measures,
            List<Exemption> exemptions,
            ProductLists lists,
            BaseRates base,
            Map<String, Set<String>> groupsOf,
            Map<String, String> partners) {
        this.importer = importer;
        this.measures = measures;
        this.exemptions = exemptions;
        this.lists = lists;
        this.base = base;
        this.groupsOf = groupsOf;
        this.partners = partners;
    }

    /**
     * The schedule in a folder named after the importer, such as conf/tariffs/usa.
     *
     * @param folder conf/tariffs
     * @param importer ISO 3166-1 alpha-3
     */
    public static Schedule of(Path folder, String importer) {
        Path own = folder.resolve(importer.toLowerCase(Locale.ROOT));
        if (!Files.isDirectory(own))
            throw new BadInput("There is no tariff schedule of %s: make a folder %s with measures.csv, as in %s."
                    .formatted(importer, own, folder.resolve("README.md")));
        ProductLists lists =
                ProductLists.of(optional(own.resolve("product-lists.csv"), "product_list", "hs6", "share"));
        List<Measure> measures = read(own, lists);
        List<Exemption> exemptions =
                optional(own.resolve("exemptions.csv"), "exemption", "countries", "product_list").lines().stream()
                        .map(line -> Exemption.of(line, lists))
                        .toList();
        BaseRates base = BaseRates.of(optional(own.resolve("base.csv"), "hs6", "exporter", "rate"));
        Map<String, Set<String>> groups = new HashMap<>();
        for (Line line :
                optional(own.resolve("groups.csv"), "group", "economies").lines())
            for (String economy : Words.of(line.required("economies")))
                groups.computeIfAbsent(economy, key -> new HashSet<>()).add(line.required("group"));
        Map<String, String> partners =
                optional(own.resolve("partners.csv"), "code", "economy", "in_total").lines().stream()
                        .filter(line -> line.text("in_total").equals("1"))
                        .collect(Collectors.toMap(line -> line.required("code"), line -> line.required("economy")));
        return new Schedule(importer, measures, exemptions, lists, base, groups, partners);
    }

    private static List<Measure> read(Path own, ProductLists lists) {
        List<Line> lines = Csv.ofFile(own.resolve("measures.csv"), List.of("measure", "layer", "countries", "rate"))
                .lines();
        Set<String> ids = new HashSet<>();
        for (Line line : lines)
            if (!ids.add(line.required("measure"))) throw line.bad("measure", "stands twice: give it another id");
        return lines.stream().map(line -> Measure.of(line, lists)).toList();
    }

    private static Csv optional(Path file, String... columns) {
        return Files.exists(file) ? Csv.ofFile(file, List.of(columns)) : new Csv(List.of());
    }

    public String importer() {
        return importer;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** Economies by the code that the importer's statistics give them. */
    public Map<String, String> partners() {
        return partners;
    }

    public BaseRates base() {
        return base;
    }

    /** The same schedule with some measures switched on that are not applied by themselves, and some off. */
    public Schedule with(Collection<String> on, Collection<String> off) {
        requireKnown(on);
        requireKnown(off);
        List<Measure> chosen = new ArrayList<>();
        for (Measure m : measures) {
            boolean named = isNamed(on, m);
            if ((m.applied() || named) && !isNamed(off, m)) chosen.add(named ? applied(m) : m);
        }
        return new Schedule(importer, List.copyOf(chosen), exemptions, lists, base, groupsOf, partners);
    }

    private static boolean isNamed(Collection<String> names, Measure m) {
        return names.contains(m.id()) || names.contains(m.layer()) || names.contains(m.authority());
    }

    private static Measure applied(Measure m) {
        return new Measure(
                m.id(),
                m.layer(),
                m.authority(),
                m.instrument(),
                m.validity(),
                m.scope(),
                m.kind(),
                m.rate(),
                m.exempt(),
                m.yieldsTo(),
                true,
                m.legalStatus(),
                m.source(),
                m.confidence());
    }

    /** Whether a measure, a layer or an authority has this name. */
    public boolean knows(String name) {
        return measures.stream().anyMatch(m -> isNamed(Set.of(name), m));
    }

    private void requireKnown(Collection<String> names) {
        for (String name : names)
            if (!knows(name))
                throw new BadInput("No measure, layer or authority of %s is named '%s': see its measures.csv."
                        .formatted(importer, name));
    }

    /** A schedule without measures of its own, for an importer that has none in the folder. */
    public static Schedule empty(String importer) {
        ProductLists none = ProductLists.of(new Csv(List.of()));
        return new Schedule(importer, List.of(), List.of(), none, BaseRates.of(new Csv(List.of())), Map.of(), Map.of());
    }

    /** Whether the folder has a schedule of this importer. */
    public static boolean isThere(Path folder, String importer) {
        return Files.isDirectory(folder.resolve(importer.toLowerCase(Locale.ROOT)));
    }

    /** The same schedule with more measures. */
    public Schedule plus(List<Measure> more) {
        List<Measure> all = new ArrayList<>(measures);
        all.addAll(more);
        return new Schedule(importer, List.copyOf(all), exemptions, lists, base, groupsOf, partners);
    }

    /** The same schedule without some exemptions: to see what they are worth. */
    public Schedule withoutExemptions(Collection<String> names) {
        return new Schedule(
                importer,
                measures,
                exemptions.stream()
                        .filter(exemption -> !names.contains(exemption.name()))
                        .toList(),
                lists,
                base,
                groupsOf,
                partners);
    }

    /**
     * What an exporter's goods meet on a day.
     *
     * @param known only what was known on this day counts: the day itself for what customs charged, a later one for what was
     *     made retroactive by then
     */
    public Stack on(String exporter, LocalDate day, LocalDate known) {
        Set<String> names = new HashSet<>(groupsOf.getOrDefault(exporter, Set.of()));
        names.add(exporter);
        Map<String, Measure> byLayer = inForce(
                measures.stream().filter(Measure::applied).toList(),
                Measure::layer,
                Measure::validity,
                names,
                day,
                known);
        Map<String, String> exempt =
                inForce(exemptions, Exemption::name, Exemption::validity, names, day, known).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().productList()));
        return new Stack(
                byLayer.values().stream()
                        .sorted(Comparator.comparing(Measure::layer))
                        .toList(),
                exempt,
                lists);
    }

    private static <T> Map<String, T> inForce(
            List<T> all,
            Function<T, String> key,
            Function<T, Validity> validity,
            Set<String> names,
            LocalDate day,
            LocalDate known) {
        Comparator<T> order = Comparator.comparing(validity, Validity.PRECEDENCE);
        return all.stream()
                .filter(one ->
                        validity.apply(one).isFor(names) && validity.apply(one).holds(day, known))
                .collect(Collectors.toMap(key, Function.identity(), (a, b) -> order.compare(a, b) >= 0 ? a : b));
    }
}
