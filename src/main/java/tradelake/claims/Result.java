package tradelake.claims;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One definition of a claim, computed.
 *
 * @param computed in the unit of the claim; empty where it cannot be
 * @param reason why there is no verdict, empty where there is one
 */
record Result(Claim claim, String variant, Optional<Double> computed, String reason, Verdict verdict) {
    private static final String NO_DATA = "the lake holds no such trade in the years asked for";
    private static final String NO_NUMBER = "the source prints no number";

    static Result of(Claim claim, String variant, Trade trade, boolean synthetic) {
        Definition definition = claim.definitions().get(variant);
        OptionalDouble value = definition.measure().of(definition, trade);
        if (value.isEmpty()) return new Result(claim, variant, Optional.empty(), NO_DATA, Verdict.NOT_COMPUTABLE);
        if (claim.published().isEmpty())
            return new Result(claim, variant, Optional.of(value.getAsDouble()), NO_NUMBER, Verdict.NOT_COMPUTABLE);
        Published published = claim.published().get();
        double computed = value.getAsDouble() / published.unit().size;
        Verdict verdict = synthetic ? Verdict.SYNTHETIC : published.against(computed);
        return new Result(claim, variant, Optional.of(computed), "", verdict);
    }

    boolean isPrimary() {
        return variant.equals(claim.definitions().keySet().stream().findFirst().orElse(variant));
    }
}
