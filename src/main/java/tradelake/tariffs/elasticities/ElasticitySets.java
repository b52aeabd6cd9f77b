package tradelake.tariffs.elasticities;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;
import tradelake.reference.Csv;
import tradelake.reference.HsEdition;
import tradelake.reference.Line;

/**
 * The sets of elasticities in a folder: sets.csv says what each holds, values.csv holds the numbers, or a publisher's own file
 * that sets.csv names.
 */
public final class ElasticitySets {
    private static final String PRODUCT = "product";
    private static final String VALUE = "value";
    private static final String ERROR = "std_error";

    private final Path folder;
    private final Map<String, List<Line>> tables = new TreeMap<>();

    private ElasticitySets(Path folder) {
        this.folder = folder;
    }

    public static ElasticitySets of(Path folder) {
        ElasticitySets sets = new ElasticitySets(folder);
        for (Line line : Csv.ofFile(folder.resolve("sets.csv"), List.of("set", "concept", "sign", "edition", "source"))
                .lines())
            sets.tables
                    .computeIfAbsent(line.required("set"), set -> new ArrayList<>())
                    .add(line);
        return sets;
    }

    /** No sets at all. */
    public static ElasticitySets none() {
        return new ElasticitySets(Path.of(""));
    }

    public Set<String> names() {
        return tables.keySet();
    }

    /** A set's elasticities of a concept, as they are or as they follow from a related concept. */
    public ElasticityTable table(String set, Concept concept) {
        List<Line> lines = tables.get(set);
        if (lines == null)
            throw new BadInput("There is no set of elasticities '%s': use one of %s.%s"
                    .formatted(set, String.join(", ", names()), Nearest.hint(set, names())));
        Line nearest = lines.stream()
                .filter(line -> Concept.of(line) == concept)
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> Concept.of(line).leadsTo(concept))
                        .findFirst())
                .orElse(lines.get(0));
        return read(nearest).as(concept);
    }

    private ElasticityTable read(Line line) {
        Concept concept = Concept.of(line);
        Map<String, Elasticity> byProduct = new TreeMap<>();
        List<Line> values = line.has("file") ? published(line) : own(line);
        for (Line value : values) {
            if (!value.has(line.text("value_column", VALUE))) continue;
            byProduct.put(value.required(line.text("product_column", PRODUCT)), elasticity(line, concept, value));
        }
        return new ElasticityTable(line.required("set"), concept, edition(line), line.required("source"), byProduct);
    }

    /** A value is stored with the sign that sets.csv says; any other is a value of another concept. */
    private static Elasticity elasticity(Line set, Concept concept, Line value) {
        String column = set.text("value_column", VALUE);
        double stored = value.decimal(column);
        double sign = stored < 0 ? -1 : 1;
        if (sign != sign(set))
            throw value.bad(
                    column, "has not the sign that sets.csv says of '%s': correct one".formatted(set.text("set")));
        double size = Math.abs(stored);
        double signed = concept.fits(1) ? size : -size;
        return new Elasticity(signed, value.has(ERROR) ? value.decimal(ERROR) : 0);
    }

    private static int sign(Line set) {
        return switch (set.required("sign")) {
            case "positive" -> 1;
            case "negative" -> -1;
            default -> throw set.bad("sign", "is no sign: use positive or negative, as the numbers are stored");
        };
    }

    private static Optional<HsEdition> edition(Line line) {
        if (!line.has("edition")) return Optional.empty();
        Optional<HsEdition> edition = HsEdition.parse(line.text("edition"));
        if (edition.isEmpty()) throw line.bad("edition", "is no HS edition: use H0 to H6, or leave it empty");
        return edition;
    }

    private List<Line> published(Line line) {
        Path file = folder.resolve(line.text("file"));
        if (!Files.exists(file))
            throw new BadInput("The elasticities '%s' are read from %s, which is not there: %s"
                    .formatted(line.text("set"), file, line.text("note")));
        return Csv.ofFile(file, List.of(line.required("product_column"), line.required("value_column")))
                .lines();
    }

    private List<Line> own(Line line) {
        return Csv.ofFile(folder.resolve("values.csv"), List.of("set", "concept", PRODUCT, VALUE)).lines().stream()
                .filter(value -> value.text("set").equals(line.text("set"))
                        && value.text("concept").equals(line.text("concept")))
                .toList();
    }
}
