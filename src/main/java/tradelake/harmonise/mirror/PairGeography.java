package tradelake.harmonise.mirror;

import java.io.Serializable;

/**
 * What carrying goods from one economy to another depends on.
 *
 * @param kilometres above 0
 * @param contiguous whether they share a land border
 * @param landlocked how many of the two have no sea coast: 0, 1 or 2
 */
public record PairGeography(double kilometres, boolean contiguous, int landlocked) implements Serializable {
    public PairGeography {
        if (!(kilometres > 0)) throw new IllegalArgumentException("Distance must be above 0: " + kilometres);
    }
}
