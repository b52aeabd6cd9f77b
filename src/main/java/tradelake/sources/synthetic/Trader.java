package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tradelake.reference.HsEdition;

/**
 * An economy of the synthetic world.
 *
 * @param index its place in the world's list
 * @param code UN Comtrade's number
 * @param key ISO 3166-1 alpha-3, TWN for 490
 * @param name UN Comtrade's name
 * @param reports whether it publishes files; the others are partners only
 * @param decimals decimals of its values, 0 or 3
 * @param allLevels whether its bilateral rows stand at two and four digits as well
 * @param imports how its imports are valued: cif, fob, or both columns filled
 * @param strong kinds of goods it sells most
 * @param editions HS edition by the first year of its use
 * @param invented total of 2010 and of 2024, thousand million USD, for a flow without control totals
 * @param weight size among the partners that share the rest of the world's trade
 */
record Trader(
        int index,
        int code,
        String key,
        String name,
        boolean reports,
        int decimals,
        boolean allLevels,
        String imports,
        Set<Kind> strong,
        NavigableMap<Integer, HsEdition> editions,
        Map<Flow, double[]> invented,
        double weight) {

    static Trader from(Record row, int index, String key, String name) {
        return new Trader(
                index,
                row.getInt("code"),
                key,
                name,
                row.getInt("reports") == 1,
                number(row, "decimals").intValue(),
                number(row, "all_levels") == 1,
                row.getString("imports"),
                Embedded.words(row.getString("strong")).stream()
                        .map(Kind::named)
                        .collect(Collectors.toSet()),
                editions(row.getString("editions")),
                invented(row),
                number(row, "weight"));
    }

    /** One more partner without reports, of no particular strength. */
    static Trader partner(int index, int code, String key, String name, double weight) {
        return new Trader(index, code, key, name, false, 0, false, "cif", Set.of(), new TreeMap<>(), Map.of(), weight);
    }

    /** A group that reports beside its members, in one edition. */
    static Trader group(int code, String key, String name, HsEdition edition) {
        TreeMap<Integer, HsEdition> editions = new TreeMap<>(Map.of(0, edition));
        return new Trader(-1, code, key, name, true, 3, true, "cif", Set.of(), editions, Map.of(), 0);
    }

    /** The edition that it reports in; a reporter-year has one only. */
    HsEdition edition(int year) {
        return editions.floorEntry(year).getValue();
    }

    boolean importsAreFob() {
        return imports.equals("fob");
    }

    Head head(int year) {
        return new Head(code, key, name, year, edition(year), true);
    }

    /** The smallest step of its values in thousandths of a dollar. */
    long step() {
        return decimals == 0 ? 1000 : 1;
    }

    private static Double number(Record row, String column) {
        String text = row.getString(column);
        return text.isEmpty() ? 0 : Double.valueOf(text);
    }

    private static NavigableMap<Integer, HsEdition> editions(String text) {
        NavigableMap<Integer, HsEdition> editions = new TreeMap<>();
        for (String step : text.isEmpty() ? new String[0] : text.split(";")) {
            editions.put(Integer.valueOf(step.substring(3)), HsEdition.valueOf(step.substring(0, 2)));
        }
        return editions;
    }

    private static Map<Flow, double[]> invented(Record row) {
        Map<Flow, double[]> invented = new TreeMap<>();
        if (!row.getString("x2010_busd").isEmpty()) {
            invented.put(Flow.X, new double[] {row.getDouble("x2010_busd"), row.getDouble("x2024_busd")});
        }
        if (!row.getString("m2010_busd").isEmpty()) {
            invented.put(Flow.M, new double[] {row.getDouble("m2010_busd"), row.getDouble("m2024_busd")});
        }
        return invented;
    }
}
