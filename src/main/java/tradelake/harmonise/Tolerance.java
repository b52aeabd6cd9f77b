package tradelake.harmonise;

import java.io.Serializable;

/**
 * How far a sum may lie from a published total and still count as the same number.
 *
 * @param share of the total, 1e-6 unless set otherwise
 */
public record Tolerance(double share) implements Serializable {
    boolean isExceededBy(double gap, double total) {
        return gap > share * total;
    }
}
