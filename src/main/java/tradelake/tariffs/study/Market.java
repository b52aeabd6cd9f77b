package tradelake.tariffs.study;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What one importer buys of one HS6, and the rates on it before and after.
 *
 * @param exporters in the order of the arrays
 * @param imports current USD, what duty is paid on
 */
record Market(String importer, String hs6, List<String> exporters, double[] imports, double[] before, double[] after) {
    /** From all exporters together. */
    double total() {
        return DoubleStream.of(imports).sum();
    }
}
