package tradelake.harmonise.mirror;

/**
 * One value of a flow, and how it was found.
 *
 * @param cifRate of freight and insurance, a fraction of the FOB value
 * @param importFob NaN where the importer reports nothing
 * @param exportWeight how much the exporter's report counts where there are both
 * @param usd current USD, FOB
 */
public record Reconciled(double cifRate, double importFob, double exportWeight, double usd, Source source) {}
