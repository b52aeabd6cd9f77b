package tradelake.harmonise;

import java.io.Serializable;

/**
 * What can be set about additive flows.
 *
 * @param years the window of years; rows outside it are set aside
 * @param tolerance between parts and published totals
 * @param chaptersOfATotal from how many HS chapters on a flow counts as covered in full
 * @param leastMonths a reporter-year of fewer months, 1 to 12, covers no product
 */
public record AdditiveSettings(Years years, Tolerance tolerance, int chaptersOfATotal, int leastMonths)
        implements Serializable {

    /** A set of years. */
    @FunctionalInterface
    public interface Years extends Serializable {
        boolean contains(int year);
    }

    /** The defaults for a window of years. */
    public static AdditiveSettings in(Years years) {
        return new AdditiveSettings(years, new Tolerance(1e-6), 90, 12);
    }
}
