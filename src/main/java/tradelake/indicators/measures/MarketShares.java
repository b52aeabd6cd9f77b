package tradelake.indicators.measures;

/**
 * Why exports grew: with the world, by the right products, in the right markets, or against competitors (constant market
 * shares, weights of the base year).
 *
 * <pre>world           = g X0
 * commodity       = sum over k of (g(k) - g) X0(k)
 * market          = sum over k, m of (g(k,m) - g(k)) X0(k,m)
 * competitiveness = sum over k, m of X1(k,m) - (1 + g(k,m)) X0(k,m)
 * total           = X1 - X0, the sum of the four, in current USD</pre>
 *
 * g is the growth of all economies' exports, this one's included; it stands for nothing where the base is 0, as then this
 * economy's base is 0 too. Source: Leamer and Stern (1970). The order (commodity before market) decides between the two.
 */
public record MarketShares(double world, double commodity, double market, double competitiveness) {
    /**
     * The four effects for one economy.
     *
     * @param ownBase its exports by product and market in the base year
     * @param allBase all economies' exports, same shape
     */
    public static MarketShares of(double[][] ownBase, double[][] ownEnd, double[][] allBase, double[][] allEnd) {
        double growth = growth(sum(allBase), sum(allEnd));
        double commodity = 0, market = 0, competitiveness = 0;
        for (int k = 0; k < ownBase.length; k++) {
            double ofProduct = growth(sum(allBase[k]), sum(allEnd[k]));
            commodity += (ofProduct - growth) * sum(ownBase[k]);
            for (int m = 0; m < ownBase[k].length; m++) {
                double ofMarket = growth(allBase[k][m], allEnd[k][m]);
                market += (ofMarket - ofProduct) * ownBase[k][m];
                competitiveness += ownEnd[k][m] - (1 + ofMarket) * ownBase[k][m];
            }
        }
        return new MarketShares(growth * sum(ownBase), commodity, market, competitiveness);
    }

    public double total() {
        return world + commodity + market + competitiveness;
    }

    private static double growth(double base, double end) {
        return base == 0 ? 0 : end / base - 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }

    private static double sum(double[][] values) {
        double sum = 0;
        for (double[] row : values) sum += sum(row);
        return sum;
    }
}
