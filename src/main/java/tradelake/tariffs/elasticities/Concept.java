package tradelake.tariffs.elasticities;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tradelake.reference.Line;

/** What an elasticity is an elasticity of. Each has one sign here, whatever sign a publisher stores it with. */
public enum Concept {
    /** Of an importer's demand for a good to its price; below nought. */
    IMPORT_DEMAND(-1),
    /** Of substitution between the varieties of countries, sigma; above nought. */
    ARMINGTON(1),
    /** Of imports, valued before duty, to 1 + tariff: -sigma; below nought. */
    TARIFF(-1),
    /** Of spending with duty to trade costs, theta = sigma - 1; above nought. */
    THETA(1),
    /** Of exports to their price; above nought, and may be infinite. */
    EXPORT_SUPPLY(1);

    private final int sign;

    Concept(int sign) {
        this.sign = sign;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(double value) {
        return value * sign > 0;
    }

    /** Whether the other can follow from this one. */
    boolean leadsTo(Concept other) {
        return other == this || sigma(1).isPresent() && other.ofSigma(1).isPresent();
    }

    /** The same elasticity as another concept has it; empty where one does not follow from the other. */
    Optional<Double> as(Concept other, double value) {
        if (other == this) return Optional.of(value);
        return sigma(value).flatMap(other::ofSigma).filter(other::fits);
    }

    private Optional<Double> sigma(double value) {
        return switch (this) {
            case ARMINGTON -> Optional.of(value);
            case TARIFF -> Optional.of(-value);
            case THETA -> Optional.of(value + 1);
            case IMPORT_DEMAND, EXPORT_SUPPLY -> Optional.empty();
        };
    }

    private Optional<Double> ofSigma(double sigma) {
        return switch (this) {
            case ARMINGTON -> Optional.of(sigma);
            case TARIFF -> Optional.of(-sigma);
            case THETA -> Optional.of(sigma - 1);
            case IMPORT_DEMAND, EXPORT_SUPPLY -> Optional.empty();
        };
    }

    static Concept of(Line line) {
        return Arrays.stream(values())
                .filter(concept -> concept.label().equals(line.text("concept")))
                .findFirst()
                .orElseThrow(() -> line.bad(
                        "concept",
                        "is no concept: use one of "
                                + Arrays.stream(values()).map(Concept::label).collect(Collectors.joining(", "))));
    }
}
