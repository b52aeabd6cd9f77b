package tradelake.report;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What codes are called in both languages: as page.conf says, else as the dimensions in gold say; only those that occur. */
final class Names {
    /** Where the names of a kind stand: table and key. */
    private static final Map<String, List<String>> DIMENSIONS = Map.of(
            "economy", List.of("gold.economies", "economy"),
            "group", List.of("gold.groups", "group_id"),
            "product", List.of("gold.products", "product"));

    private final Map<String, Map<String, Object>> known = new TreeMap<>();
    private final Map<String, Map<String, Object>> used = new TreeMap<>();

    /**
     * Reads the dimensions that the snapshot has.
     *
     * @param said names by kind and code, as page.conf says
     */
    Names(SnapshotRows snapshot, Map<String, Object> said) throws SQLException {
        for (var dimension : DIMENSIONS.entrySet())
            known.put(dimension.getKey(), read(snapshot, dimension.getValue().get(0), dimension.getValue().get(1)));
        said.forEach((kind, names) -> ((Map<?, ?>) names)
                .forEach((code, name) ->
                        known.computeIfAbsent(kind, none -> new TreeMap<>()).put(code.toString(), name)));
    }

    private static Map<String, Object> read(SnapshotRows snapshot, String table, String key) throws SQLException {
        Map<String, Object> names = new TreeMap<>();
        if (!snapshot.without(List.of(table)).isEmpty()) return names;
        String sql = "SELECT DISTINCT %s AS code, name_en, name_zh FROM %s".formatted(key, table);
        for (List<Object> row : snapshot.rows(sql, List.of("code", "name_en", "name_zh")))
            names.put(row.get(0).toString(), Map.of("en", row.get(1), "zh", row.get(2)));
        return names;
    }

    /**
     * Takes up the codes in these rows.
     *
     * @param kinds for each column the kind of its codes, "" where it has none
     */
    void use(List<String> kinds, List<List<Object>> rows) {
        for (int column = 0; column < kinds.size(); column++) {
            String kind = kinds.get(column);
            for (List<Object> row : rows) use(kind, row.get(column));
        }
    }

    private void use(String kind, Object code) {
        Object name = code == null ? null : known.getOrDefault(kind, Map.of()).get(code.toString());
        if (name != null)
            used.computeIfAbsent(kind, none -> new TreeMap<>()).put(code.toString(), name);
    }

    Map<String, Map<String, Object>> used() {
        return used;
    }
}
