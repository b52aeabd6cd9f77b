package tradelake.harmonise.mirror;

import java.util.Optional;

/** A flow of one product in one year, as the exporter and as the importer report it; at least one of them does. */
public record MirrorFlow(
        int year,
        String exporter,
        String importer,
        String product,
        Optional<Report> export,
        Optional<Report> imported,
        PairGeography geography,
        double medianUnitValue) {

    boolean hasBoth() {
        return export.isPresent() && imported.isPresent();
    }
}
