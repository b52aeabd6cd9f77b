package tradelake.report;

import com.typesafe.config.Config;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One figure as its file in the folder figures declares it: texts in both languages, the tables and the SQL it is made of, what
 * its columns are, and how they are drawn. A figure is added by adding a file; files are shown in the order of their names.
 *
 * @param id name of the file without its number
 * @param spec what stands in the file
 */
record Figure(String id, Config spec) {
    static List<Figure> all() {
        return Resources.names("figures").stream()
                .map(file -> new Figure(file.replaceAll("^\\d+-|\\.conf$", ""), Resources.config("figures/" + file)))
                .toList();
    }

    String sql() {
        return spec.getString("sql").strip();
    }

    List<String> tables() {
        return spec.getStringList("tables");
    }

    /** The declaration with the rows that the SQL answers; none where a table is not in the snapshot. */
    Map<String, Object> answered(SnapshotRows snapshot, Config sources, Names names) throws SQLException {
        List<String> absent = snapshot.without(tables());
        List<List<Object>> rows = absent.isEmpty() ? snapshot.rows(sql(), columns("id")) : List.of();
        names.use(columns("names"), rows);
        Map<String, Object> figure = new TreeMap<>(spec.root().unwrapped());
        figure.put("id", id);
        figure.put("sql", sql());
        figure.put("source", sources.getObject(spec.getString("source")).unwrapped());
        figure.put("absent", absent);
        figure.put("rows", rows);
        return figure;
    }

    @Override
    public String toString() {
        return id;
    }

    /** What each column says of itself under a key, "" where it says nothing. */
    private List<String> columns(String key) {
        return spec.getConfigList("columns").stream()
                .map(column -> column.hasPath(key) ? column.getString(key) : "")
                .toList();
    }
}
