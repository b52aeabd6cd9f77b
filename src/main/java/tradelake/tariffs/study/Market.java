package tradelake.tariffs.study;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What one importer buys of one HS6, and the rates on it before and after.
 *
 * @param exporters in the order of the arrays
 * @param imports current USD, what duty is paid on
 * @param reported by the importer; otherwise by the exporters
 */
record Market(
        String importer,
        String hs6,
        List<String> exporters,
        double[] imports,
        double[] before,
        double[] after,
        boolean reported) {
    /** The name of the flow of its chapter from one of the exporters. */
    String flow(int exporter) {
        return Sample.Flow.name(exporters.get(exporter), importer, hs6.substring(0, 2));
    }

    /** From all exporters together. */
    double total() {
        return DoubleStream.of(imports).sum();
    }
}
