package tradelake.tariffs.study;

import java.util.List;

/**
 * What one importer buys of one HS6, and the rates on it before and after.
 *
 * @param exporters in the order of the arrays
 * @param imports current USD, what duty is paid on
 */
record Market(
        String importer, String hs6, List<String> exporters, double[] imports, double[] before, double[] after) {
    /** HS chapter. */
    String chapter() {
        return hs6.substring(0, 2);
    }
}
