package tradelake.indicators.measures;

/**
 * How inward-looking a region is, beside how large it is.
 *
 * <pre>exportShare  = I / X      importShare = I / M      tradeShare = 2I / (X + M)
 * intensity    = tradeShare / ((X + M) / 2W)
 * homogeneous  = (Tii/Ti) / (Toi/To)
 * extra        = (1 - Tii/Ti) / (1 - Toi/To)
 * introversion = (homogeneous - extra) / (homogeneous + extra)                      -1 to 1, 0 is neutral</pre>
 *
 * where T is exports plus imports: Ti = X + M of the region, Tii = 2I its trade with itself, To = 2W - Ti that of outsiders,
 * Toi = Ti - Tii theirs with the region. tradeShare is the 2I/(X + M) of the Asian Development Bank's ARIC; it differs from a
 * mean of the two one-sided shares. extra and introversion are undefined where outsiders trade with the region alone.
 * Source: Iapadre (2006).
 *
 * @param intra I: what the region exports to itself
 * @param exports X: what it exports to everyone
 * @param imports M: what it imports from everyone
 * @param world W: what everyone exports
 */
public record RegionalIntensity(double intra, double exports, double imports, double world) {
    public double exportShare() {
        return intra / exports;
    }

    public double importShare() {
        return intra / imports;
    }

    public double tradeShare() {
        return 2 * intra / trade();
    }

    public double intensity() {
        return tradeShare() / (trade() / (2 * world));
    }

    public double homogeneous() {
        return tradeShare() / outsidersShare();
    }

    public double extra() {
        double outsidersApart = outsidersTrade() - tradeWithOutsiders();
        return outsidersApart == 0 ? Double.NaN : tradeWithOutsiders() / trade() / (outsidersApart / outsidersTrade());
    }

    public double introversion() {
        return (homogeneous() - extra()) / (homogeneous() + extra());
    }

    private double trade() {
        return exports + imports;
    }

    private double tradeWithOutsiders() {
        return trade() - 2 * intra;
    }

    private double outsidersTrade() {
        return 2 * world - trade();
    }

    private double outsidersShare() {
        return tradeWithOutsiders() / outsidersTrade();
    }
}
