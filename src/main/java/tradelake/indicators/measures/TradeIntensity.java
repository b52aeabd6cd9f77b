package tradelake.indicators.measures;

/**
 * How much more an economy exports to a partner than the partner's weight in the world's imports would suggest.
 *
 * <pre>plain    = (x(e,m) / X(e)) / (M(m) / X(w))
 * adjusted = (x(e,m) / X(e)) / (M(m) / (X(w) - M(e)))       e cannot export to itself</pre>
 *
 * 0 up, 1 is neutral; undefined where a denominator is 0. Sources: Brown (1949); World Bank, WITS; Kunimoto (1977).
 *
 * @param flow x(e,m)
 * @param exports X(e) to everyone
 * @param partnerImports M(m) from everyone
 * @param ownImports M(e) from everyone
 * @param world X(w)
 */
public record TradeIntensity(double flow, double exports, double partnerImports, double ownImports, double world) {
    /** x(e,m) / X(e), a fraction. */
    public double shareOfExports() {
        return flow / exports;
    }

    public double plain() {
        return shareOfExports() / (partnerImports / world);
    }

    public double adjusted() {
        return shareOfExports() / (partnerImports / (world - ownImports));
    }
}
