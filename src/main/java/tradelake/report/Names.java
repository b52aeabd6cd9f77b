package tradelake.report;

import com.typesafe.config.Config;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What codes are called in both languages: as page.conf says, else as the dimensions in gold say; only those that occur. */
final class Names {
    private static final List<String> COLUMNS = List.of("code", "name_en", "name_zh");

    private final Map<String, Map<String, Object>> known = new TreeMap<>();
    private final Map<String, Map<String, Object>> used = new TreeMap<>();

    /**
     * Reads the dimensions that the snapshot has.
     *
     * @param page with the SQL of the dimensions and the names it gives itself
     */
    Names(SnapshotRows snapshot, Config page) throws SQLException {
        for (Config dimension : page.getConfigList("dimensions"))
            if (snapshot.without(List.of(dimension.getString("table"))).isEmpty())
                for (List<Object> row : snapshot.rows(dimension.getString("sql"), COLUMNS))
                    add(dimension.getString("kind"), row.get(0), Map.of("en", row.get(1), "zh", row.get(2)));
        page.getObject("names").unwrapped().forEach((kind, names) -> ((Map<?, ?>) names)
                .forEach((code, name) -> add(kind, code, name)));
    }

    private void add(String kind, Object code, Object name) {
        known.computeIfAbsent(kind, none -> new TreeMap<>()).put(code.toString(), name);
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
        if (name != null) used.computeIfAbsent(kind, none -> new TreeMap<>()).put(code.toString(), name);
    }

    Map<String, Map<String, Object>> used() {
        return used;
    }
}
