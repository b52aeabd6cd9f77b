package tradelake.harmonise.mirror;

import java.io.Serializable;
import tradelake.lake.BadInput;

/**
 * Between what bounds estimates are believed.
 *
 * @param lowestRate of freight and insurance, a fraction; below it the fit says that goods gain value by not being carried
 * @param highestRate a few flows a long way off with cheap goods are fitted far beyond any tariff of carriers
 * @param smallestGap in log points; a reporter that happens to agree with all partners is not taken for infinitely reliable
 */
public record Limits(double lowestRate, double highestRate, double smallestGap) implements Serializable {
    public Limits {
        if (!(0 <= lowestRate && lowestRate < highestRate))
            throw new BadInput("Cannot use CIF rates from %s to %s: give a floor of 0 or more and a cap above it"
                    .formatted(lowestRate, highestRate));
        if (!(smallestGap > 0))
            throw new BadInput(
                    "Cannot use the smallest mirror gap %s: it must be above 0, such as 0.01".formatted(smallestGap));
    }
}
