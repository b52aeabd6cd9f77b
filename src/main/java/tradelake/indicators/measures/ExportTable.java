package tradelake.indicators.measures;

/**
 * What each economy trades of each product in one direction, with its margins.
 *
 * @param values by economy and product, current USD, at least 0
 * @param economies sums over products
 * @param products sums over economies
 */
public record ExportTable(double[][] values, double[] economies, double[] products, double world) {

    public static ExportTable of(double[][] values) {
        double[] economies = new double[values.length];
        double[] products = new double[values.length == 0 ? 0 : values[0].length];
        double world = 0;
        for (int e = 0; e < values.length; e++)
            for (int k = 0; k < products.length; k++) {
                economies[e] += values[e][k];
                products[k] += values[e][k];
                world += values[e][k];
            }
        return new ExportTable(values, economies, products, world);
    }

    public RevealedAdvantage of(int economy, int product) {
        return new RevealedAdvantage(values[economy][product], economies[economy], products[product], world);
    }

    /** Where Balassa's index is 1 or more. */
    public boolean[][] advantage() {
        boolean[][] advantage = new boolean[economies.length][products.length];
        for (int e = 0; e < economies.length; e++)
            for (int k = 0; k < products.length; k++) advantage[e][k] = of(e, k).balassa() >= 1;
        return advantage;
    }
}
