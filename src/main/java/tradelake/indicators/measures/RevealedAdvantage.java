package tradelake.indicators.measures;

/**
 * How much an economy is specialised in a product, by its trade in one direction: exports give revealed comparative advantage
 * (RCA), imports its import analogue (RMA).
 *
 * <pre>balassa    = (x(e,k) / X(e)) / (x(w,k) / X(w))                    0 up, 1 is as the world
 * excluding  = the same with the world less e                        0 up
 * symmetric  = (balassa - 1) / (balassa + 1)                         -1 to 1
 * normalised = x(e,k) / X(w) - X(e) x(w,k) / X(w)^2                  -1/4 to 1/4, sums to 0 over k and over e</pre>
 *
 * Undefined where a denominator is 0. Sources: Balassa (1965), Laursen (1998), Yu, Cai and Leung (2009).
 *
 * @param own x(e,k): the economy's trade in the product
 * @param economy X(e): the economy's trade in all products
 * @param product x(w,k): all economies' trade in the product, this one's included
 * @param world X(w): all economies' trade in all products
 */
public record RevealedAdvantage(double own, double economy, double product, double world) {
    public double balassa() {
        return own / economy / (product / world);
    }

    public double excludingSelf() {
        return own / economy / ((product - own) / (world - economy));
    }

    public double symmetric() {
        return (balassa() - 1) / (balassa() + 1);
    }

    public double normalised() {
        return own / world - economy / world * (product / world);
    }
}
