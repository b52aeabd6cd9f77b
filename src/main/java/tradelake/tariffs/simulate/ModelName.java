package tradelake.tariffs.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;
import tradelake.tariffs.models.Gsim;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.OneSector;

/** The four models by the names that a user types, and the options that each takes. */
public enum ModelName {
    SMART(Set.of()),
    GSIM(Set.of(ModelName.ELASTICITIES)),
    ONE_SECTOR(Set.of(ModelName.THETA, ModelName.CLOSURE)),
    MULTI_SECTOR(Set.of(ModelName.CLOSURE));

    public static final String ELASTICITIES = "--elasticities";
    public static final String THETA = "--theta";
    public static final String CLOSURE = "--closure";

    private final Set<String> options;

    ModelName(Set<String> options) {
        this.options = options;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The model of a name. */
    public static ModelName of(String label) {
        List<String> labels = Arrays.stream(values()).map(ModelName::label).toList();
        int place = labels.indexOf(label);
        if (place < 0)
            throw new BadInput("There is no model '%s': use one of %s.%s"
                    .formatted(label, String.join(", ", labels), Nearest.hint(label, labels)));
        return values()[place];
    }

    /** The model with the options that a user gave; without them, theta 4, additive deficits, fixed surpluses. */
    public Simulation with(Map<String, String> given) {
        for (String option : new TreeMap<>(given).keySet())
            if (!options.contains(option))
                throw new BadInput("%s does not take %s: leave it out.".formatted(label(), option));
        Optional<String> closure = Optional.ofNullable(given.get(CLOSURE));
        return switch (this) {
            case SMART -> new SmartFiles();
            case GSIM ->
                new GsimFiles(Optional.ofNullable(given.get(ELASTICITIES))
                        .map(ModelName::elasticities)
                        .orElse(Gsim.Elasticities.STANDARD));
            case ONE_SECTOR ->
                new OneSectorFiles(
                        number(THETA, given.getOrDefault(THETA, "4")),
                        closure(OneSector.Closure.values(), closure.orElse("additive")));
            case MULTI_SECTOR -> new MultiSectorFiles(closure(MultiSector.Closure.values(), closure.orElse("S_fixed")));
        };
    }

    private static <E extends Enum<E>> E closure(E[] all, String text) {
        return Arrays.stream(all)
                .filter(closure -> closure.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("Cannot use --closure %s: it must be one of %s."
                        .formatted(text, Arrays.toString(all).toLowerCase(Locale.ROOT))));
    }

    private static Gsim.Elasticities elasticities(String text) {
        Map<String, Double> values = new TreeMap<>(Map.of(
                "demand", Gsim.Elasticities.STANDARD.demand(),
                "supply", Gsim.Elasticities.STANDARD.supply(),
                "substitution", Gsim.Elasticities.STANDARD.substitution()));
        for (String part : text.split(",")) {
            String[] words = part.split("=", 2);
            if (words.length != 2 || !values.containsKey(words[0].strip()))
                throw new BadInput(
                        "Cannot read --elasticities %s: write demand=-1.25,supply=1.5,substitution=5.".formatted(text));
            values.put(words[0].strip(), number(ELASTICITIES, words[1]));
        }
        return new Gsim.Elasticities(values.get("demand"), values.get("supply"), values.get("substitution"));
    }

    private static double number(String option, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("Cannot read %s %s: it must be a number.".formatted(option, text), e);
        }
    }
}
