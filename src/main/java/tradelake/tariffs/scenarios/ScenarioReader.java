package tradelake.tariffs.scenarios;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tradelake.lake.BadInput;
import tradelake.lake.Text;
import tradelake.reference.Reference;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.OneSector;
import tradelake.tariffs.schedule.Kind;
import tradelake.tariffs.simulate.ModelName;

/**
 * Reads a scenario from a file in HOCON. What cannot be used is refused with the file, line, key and value and what to do; see
 * conf/scenarios/README.md for the keys.
 */
public final class ScenarioReader {
    private static final Set<String> POLICY = Set.of("date", "known-on", "measures", "extra");
    private static final Set<String> KEYS = union(
            POLICY, "name", "title", "baseline", "importers", "elasticities", "models", "base-year", "closure", "note");

    private final Reference reference;
    private final Set<String> elasticitySets;

    /**
     * Reads with these economies and groups.
     *
     * @param elasticitySets the names that a scenario may use
     */
    public ScenarioReader(Reference reference, Set<String> elasticitySets) {
        this.reference = reference;
        this.elasticitySets = new TreeSet<>(elasticitySets);
    }

    public Scenario read(Path file) {
        ScenarioNode root = parse(file);
        root.allow(KEYS);
        String name = root.text("name");
        if (!file.getFileName().toString().equals(name + ".conf"))
            throw root.refuse("name", "must be the file's name without .conf: rename one of them");
        ScenarioNode title =
                root.object("title").orElseThrow(() -> root.missing("title", "{ en = \"...\", zh = \"...\" }"));
        title.allow(Set.of("en", "zh"));
        Policy after = policy(root);
        return new Scenario(
                name,
                Text.of(title.text("en"), title.text("zh")),
                root.object("baseline").map(this::baseline).orElse(Policy.OF_2024),
                after,
                economies(root, "importers"),
                models(root),
                elasticities(root),
                root.number("base-year", 2024).intValue(),
                closure(root, "one-sector", OneSector.Closure.values(), OneSector.Closure.ADDITIVE),
                closure(root, "multi-sector", MultiSector.Closure.values(), MultiSector.Closure.S_FIXED),
                root.has("note") ? root.text("note") : "");
    }

    private static ScenarioNode parse(Path file) {
        try {
            return new ScenarioNode(
                    file,
                    "",
                    ConfigFactory.parseFile(
                                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                            .resolve()
                            .root());
        } catch (ConfigException e) {
            throw new BadInput(
                    "Cannot read the scenario %s: %s"
                            .formatted(file, e.getMessage().lines().findFirst().orElse("it is not HOCON.")),
                    e);
        }
    }

    private Policy baseline(ScenarioNode node) {
        node.allow(POLICY);
        return policy(node);
    }

    private Policy policy(ScenarioNode node) {
        Optional<ScenarioNode> measures = node.object("measures");
        measures.ifPresent(m -> m.allow(Set.of("on", "off")));
        return new Policy(
                node.date("date").orElseThrow(() -> node.missing("date", "2025-08-31")),
                node.date("known-on"),
                measures.map(m -> m.texts("on")).orElse(List.of()),
                measures.map(m -> m.texts("off")).orElse(List.of()),
                supposed(node.objects("extra")));
    }

    private List<Supposed> supposed(List<ScenarioNode> nodes) {
        List<Supposed> all = new ArrayList<>();
        for (ScenarioNode node : nodes) all.add(supposed(node, "extra " + (all.size() + 1)));
        return List.copyOf(all);
    }

    private Supposed supposed(ScenarioNode node, String layer) {
        node.allow(Set.of("layer", "importers", "exporters", "products", "kind", "rate", "why"));
        double rate = node.number("rate", Double.NaN);
        if (!(rate >= 0))
            throw node.refuse("rate", "must be a fraction, nought or more, such as 0.10 for ten per cent");
        for (String code : node.texts("products"))
            if (!code.matches("\\d{2}|\\d{4}|\\d{6}"))
                throw node.refuse("products", "must be HS codes of two, four or six digits in quotation marks");
        return new Supposed(
                node.has("layer") ? node.text("layer") : layer,
                Set.copyOf(sides(node, "importers")),
                Set.copyOf(sides(node, "exporters")),
                Set.copyOf(node.texts("products")),
                node.choice("kind", Kind.values(), Kind.ADD),
                rate);
    }

    private List<String> sides(ScenarioNode node, String key) {
        return node.texts(key).equals(List.of(Supposed.EVERYONE)) ? node.texts(key) : economies(node, key);
    }

    private List<String> economies(ScenarioNode node, String key) {
        List<String> names = node.texts(key);
        if (names.isEmpty()) throw node.missing(key, "[USA]");
        for (String name : names)
            if (!name.equals(Supposed.EVERYONE)
                    && reference.economies().byKey(name).isEmpty()
                    && reference.groups().byId(name).isEmpty())
                throw node.refuse(
                        key, "holds %s, which is neither an economy nor a group: see gold.groups".formatted(name));
        return names;
    }

    private static List<ModelName> models(ScenarioNode node) {
        if (!node.has("models")) return List.of(ModelName.values());
        List<ModelName> models = new ArrayList<>();
        for (String label : node.texts("models"))
            models.add(Arrays.stream(ModelName.values())
                    .filter(model -> model.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> node.refuse("models", "must be of smart, gsim, one-sector, multi-sector")));
        return List.copyOf(models);
    }

    private String elasticities(ScenarioNode node) {
        if (!node.has("elasticities")) return "standard";
        if (!elasticitySets.contains(node.text("elasticities")))
            throw node.refuse("elasticities", "is no set: use one of " + String.join(", ", elasticitySets));
        return node.text("elasticities");
    }

    private static <E extends Enum<E>> E closure(ScenarioNode node, String model, E[] all, E standard) {
        Optional<ScenarioNode> closures = node.object("closure");
        closures.ifPresent(c -> c.allow(Set.of("one-sector", "multi-sector")));
        return closures.map(c -> c.choice(model, all, standard)).orElse(standard);
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
