package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.Map;

/**
 * How far each economy's reports lie from its partners', as exporter and as importer, in log points: const/2 and its effect.
 *
 * @param constant mean gap
 * @param asExporter effects by economy, summing to 0
 * @param asImporter the same
 * @param observations gaps that they were estimated from
 */
public record Reliability(
        double constant, Map<String, Double> asExporter, Map<String, Double> asImporter, long observations)
        implements Serializable {

    /** Half the mean gap for an economy that was never compared. */
    double ofExporter(String economy, double floor) {
        return Math.max(constant / 2 + asExporter.getOrDefault(economy, 0.0), floor);
    }

    double ofImporter(String economy, double floor) {
        return Math.max(constant / 2 + asImporter.getOrDefault(economy, 0.0), floor);
    }
}
