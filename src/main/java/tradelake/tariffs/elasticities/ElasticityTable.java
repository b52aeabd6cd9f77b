package tradelake.tariffs.elasticities;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tradelake.lake.BadInput;
import tradelake.reference.HsEdition;

/**
 * Elasticities of one concept from one source.
 *
 * @param set the set that it belongs to
 * @param edition of the HS codes; empty where products are not HS codes
 * @param byProduct by HS6, section, sector, or {@code *} for all goods
 */
public record ElasticityTable(
        String set, Concept concept, Optional<HsEdition> edition, String source, Map<String, Elasticity> byProduct) {
    private static final String ALL = "*";

    /** The elasticity of a product, or the one of all goods; empty where the source has none. */
    public Optional<Elasticity> of(String product) {
        return Optional.ofNullable(byProduct.getOrDefault(product, byProduct.get(ALL)));
    }

    /** This table in another concept's terms; refused where one does not follow from the other. */
    public ElasticityTable as(Concept wanted) {
        Map<String, Elasticity> mapped = new TreeMap<>();
        byProduct.forEach((product, elasticity) -> mapped.put(
                product,
                new Elasticity(
                        concept.as(wanted, elasticity.value()).orElseThrow(() -> mismatch(wanted, elasticity)),
                        elasticity.standardError())));
        return new ElasticityTable(set, wanted, edition, source, mapped);
    }

    private BadInput mismatch(Concept wanted, Elasticity elasticity) {
        return new BadInput(
                "The elasticities '%s' are of the concept %s, and %s does not follow from %s = %s: use another set."
                        .formatted(set, concept.label(), wanted.label(), concept.label(), elasticity.value()));
    }

    /** Refuses codes of another edition than the trade's. */
    public ElasticityTable in(HsEdition trade) {
        if (edition.isPresent() && edition.get() != trade)
            throw new BadInput(
                    "The elasticities '%s' are by HS codes of %s, the trade of %s: convert one of them first."
                            .formatted(set, edition.get().title(), trade.title()));
        return this;
    }

    /** Means over groups of products, such as sections; no standard error. */
    public ElasticityTable meansBy(Function<String, String> group) {
        Map<String, Elasticity> means = byProduct.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> group.apply(entry.getKey()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.averagingDouble(
                                        entry -> entry.getValue().value()),
                                mean -> new Elasticity(mean, 0))));
        return new ElasticityTable(set, concept, Optional.empty(), source + ", means", means);
    }
}
