package tradelake.tariffs.schedule;

import java.io.Serializable;
import tradelake.reference.Line;

/**
 * Goods that measures do not reach: one version of a named list, for some countries and days.
 *
 * @param productList the share of each HS6 that is exempt
 */
record Exemption(String name, Validity validity, String productList) implements Serializable {
    static Exemption of(Line line, ProductLists lists) {
        return new Exemption(
                line.required("exemption"),
                Validity.of(line),
                lists.known(line.required("product_list"), line, "product_list"));
    }

    /**
     * A measure's use of an exemption, such as {@code usmca*0.4}.
     *
     * @param weight the part of the exempt goods' value that is exempt
     */
    record Use(String name, double weight) implements Serializable {
        static Use of(String text, Line line) {
            String[] parts = text.split("\\*", 2);
            try {
                return new Use(parts[0], parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
            } catch (NumberFormatException e) {
                throw line.bad("exempt", "cannot be read: write names parted by blanks, each alone or as usmca*0.4");
            }
        }
    }
}
