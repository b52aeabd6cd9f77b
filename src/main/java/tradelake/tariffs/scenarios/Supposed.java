package tradelake.tariffs.scenarios;

import java.util.Set;
import tradelake.tariffs.schedule.Kind;

/**
 * A tariff that a scenario adds.
 *
 * @param layer supposed tariffs of one layer replace one another, named exporters before everyone; others add up
 * @param importers economies, groups, or {@code *}
 * @param exporters economies, groups, or {@code *}
 * @param products HS codes of two, four or six digits; none: all goods
 * @param rate a fraction
 */
public record Supposed(
        String layer, Set<String> importers, Set<String> exporters, Set<String> products, Kind kind, double rate) {
    static final String EVERYONE = "*";
}
