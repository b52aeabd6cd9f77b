package tradelake.harmonise.mirror;

/**
 * One side's report of a flow.
 *
 * @param usd above 0: FOB of an exporter, CIF of an importer
 * @param tons NaN where the quantity is not known in tons
 */
public record Report(double usd, double tons) {
    boolean hasUnitValue() {
        return usd > 0 && tons > 0;
    }

    double unitValue() {
        return usd / tons;
    }
}
