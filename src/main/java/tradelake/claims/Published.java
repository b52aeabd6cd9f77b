package tradelake.claims;

import java.math.BigDecimal;
import tradelake.lake.BadInput;

/**
 * A figure as printed, such as {@code 982.34}, or {@code >3} for "more than three times".
 *
 * @param rounding half of its last digit: what the printed figure leaves open
 * @param above whether it is a lower bound
 */
record Published(String text, double value, double rounding, boolean above, Unit unit) {
    private static final String ABOVE = ">";
    private static final double CLOSE = 0.02;

    static Published of(String text, Unit unit, String place) {
        boolean above = text.startsWith(ABOVE);
        try {
            BigDecimal number = new BigDecimal((above ? text.substring(1) : text).strip());
            double rounding = 0.5 * Math.pow(10, -Math.max(number.scale(), 0));
            return new Published(text, number.doubleValue(), rounding, above, unit);
        } catch (NumberFormatException e) {
            throw new BadInput("%s: published '%s' is no number: write it as printed, such as 45, 982.34 or >3"
                    .formatted(place, text));
        }
    }

    /** @param computed in the unit of this figure */
    Verdict against(double computed) {
        double difference = Math.abs(computed - value);
        if (above ? computed > value : difference <= rounding * (1 + 1e-9)) return Verdict.REPRODUCED;
        if (unit == Unit.RANK) return Verdict.NOT_REPRODUCED;
        boolean close = difference <= unit.closeWithin || difference <= CLOSE * Math.abs(value);
        return close ? Verdict.CLOSE : Verdict.NOT_REPRODUCED;
    }
}
