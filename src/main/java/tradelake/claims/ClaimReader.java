package tradelake.claims;

import com.typesafe.config.ConfigObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Reference;

/** Turns one claim as written into a {@link Claim}, and refuses what is unknown, missing or meaningless. */
record ClaimReader(String source, Reference reference) {
    private static final List<String> OF_CLAIM =
            List.of("says", "place", "published", "unit", "note", "not-computable");
    private static final List<String> OF_DEFINITION = List.of(
            "measure",
            "reporters",
            "partners",
            "flow",
            "product",
            "year",
            "base-year",
            "of",
            "rivals",
            "mirror-filled");
    private static final String VARIANTS = "variants";
    private static final List<String> OF_WHOLE = List.of("reporters", "partners", "product");
    private static final List<String> FLOWS = List.of("X", "M", "XM");

    Claim read(String id, Entry entry) {
        entry.refuseOthersThan(Stream.of(OF_CLAIM, OF_DEFINITION, List.of(VARIANTS))
                .flatMap(List::stream)
                .toList());
        return new Claim(
                id,
                entry.text("says"),
                source + ", " + entry.text("place"),
                published(entry),
                entry.has("not-computable") ? Map.of() : definitions(entry),
                entry.text("not-computable", ""),
                entry.text("note", ""));
    }

    private static Optional<Published> published(Entry entry) {
        if (!entry.has("published")) return Optional.empty();
        return Optional.of(
                Published.of(entry.text("published"), Unit.of(entry.text("unit"), entry.place()), entry.place()));
    }

    private Map<String, Definition> definitions(Entry entry) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        definitions.put(Claim.PRIMARY, definition(entry));
        for (var variant : entry.object(VARIANTS).map(ConfigObject::entrySet).orElse(Set.of()).stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            ConfigObject changes = (ConfigObject) variant.getValue();
            new Entry(changes, entry.place() + ", variant " + variant.getKey()).refuseOthersThan(OF_DEFINITION);
            definitions.put(variant.getKey(), definition(entry.without(VARIANTS).with(changes, variant.getKey())));
        }
        return definitions;
    }

    private Definition definition(Entry entry) {
        Measure measure = measure(entry);
        Definition.Scope part = new Definition.Scope(
                entry.side("reporters").orElse(Side.WORLD),
                entry.side("partners").orElse(Side.WORLD),
                entry.text("product"));
        int year = entry.year("year"), base = measure.needsBase ? entry.year("base-year") : year;
        if (base > year)
            throw new BadInput("%s: base-year %d is after year %d: exchange them".formatted(entry.place(), base, year));
        Definition definition = new Definition(
                measure,
                part,
                whole(entry, part),
                flow(entry),
                year,
                base,
                entry.sides("rivals"),
                entry.flag("mirror-filled"));
        definition.cells().forEach(cell -> requireKnown(cell, entry));
        return definition;
    }

    private static Measure measure(Entry entry) {
        String label = entry.text("measure");
        return Stream.of(Measure.values())
                .filter(measure -> measure.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: measure '%s' is unknown: use %s"
                        .formatted(
                                entry.place(),
                                label,
                                String.join(
                                        ", ",
                                        Stream.of(Measure.values())
                                                .map(Measure::label)
                                                .toList()))));
    }

    private static String flow(Entry entry) {
        String flow = entry.text("flow");
        if (!FLOWS.contains(flow))
            throw new BadInput("%s: flow '%s' is unknown: use X, M or XM".formatted(entry.place(), flow));
        return flow;
    }

    /** What a share is of: the part's own trade with everyone, unless the claim says otherwise. */
    private static Definition.Scope whole(Entry entry, Definition.Scope part) {
        Optional<ConfigObject> of = entry.object("of");
        if (of.isEmpty()) return new Definition.Scope(part.reporters(), Side.WORLD, part.product());
        Entry whole = new Entry(of.get(), entry.place() + ", of");
        whole.refuseOthersThan(OF_WHOLE);
        return new Definition.Scope(
                whole.side("reporters").orElse(part.reporters()),
                whole.side("partners").orElse(Side.WORLD),
                whole.text("product", part.product()));
    }

    private void requireKnown(Cell cell, Entry entry) {
        Stream.of(cell.reporters(), cell.partners())
                .flatMap(side -> side.unknown(reference).stream())
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput("%s: no group or economy '%s': use an id of gold.groups or gold.economies"
                            .formatted(entry.place(), id));
                });
        if (reference.products().byId(cell.product()).isEmpty())
            throw new BadInput(
                    "%s: product '%s' is unknown: use an id of gold.products".formatted(entry.place(), cell.product()));
    }
}
