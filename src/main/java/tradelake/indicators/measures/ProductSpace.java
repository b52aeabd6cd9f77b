package tradelake.indicators.measures;

/**
 * How near products are to each other, by how often the same economies export both with an advantage.
 *
 * <pre>proximity(k,l) = sum over e of M(e,k) M(e,l) / max(ubiquity(k), ubiquity(l))             0 to 1
 * density(e,k)   = sum over l of M(e,l) proximity(k,l) / sum over l of proximity(k,l)         0 to 1
 * outlook(e)     = sum over k of density(e,k) (1 - M(e,k)) PCI(k)</pre>
 *
 * The product itself is among l. NaN for a product that nobody exports with an advantage. Source: Hausmann et al. (2014).
 *
 * @param proximity by product and product
 */
public record ProductSpace(boolean[][] advantage, double[][] proximity) {

    static ProductSpace of(boolean[][] advantage, int[] ubiquity) {
        double[][] proximity = new double[ubiquity.length][ubiquity.length];
        for (boolean[] row : advantage)
            for (int k = 0; k < row.length; k++)
                if (row[k]) for (int l = 0; l < row.length; l++) if (row[l]) proximity[k][l]++;
        for (int k = 0; k < proximity.length; k++)
            for (int l = 0; l < proximity.length; l++) proximity[k][l] /= Math.max(ubiquity[k], ubiquity[l]);
        return new ProductSpace(advantage, proximity);
    }

    /** By product, for one economy. */
    public double[] density(int economy) {
        double[] density = new double[proximity.length];
        for (int k = 0; k < density.length; k++) {
            double near = 0, all = 0;
            for (int l = 0; l < density.length; l++)
                if (!Double.isNaN(proximity[k][l])) {
                    all += proximity[k][l];
                    if (advantage[economy][l]) near += proximity[k][l];
                }
            density[k] = near / all;
        }
        return density;
    }

    /** The complexity that an economy does not have but is near to. */
    public double outlook(int economy, double[] pci) {
        double[] density = density(economy);
        double sum = 0;
        for (int k = 0; k < pci.length; k++)
            if (!advantage[economy][k] && !Double.isNaN(pci[k])) sum += density[k] * pci[k];
        return sum;
    }
}
