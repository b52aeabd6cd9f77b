package tradelake.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.BadInput;
import tradelake.lake.Lake;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * The tables of a published run as views in a schema of Spark's catalog: those of gold under their own names, others with their
 * layer before it (silver_flows), and {@code about}, which says which run it is. Each view reads the version that the run pins,
 * so that a commit is not seen before a later run is shown. What others have made in the schema stays as it is.
 */
final class CatalogViews {
    private static final String ABOUT = "about";
    private static final String LAKE = "tradelake.lake";
    private static final String STATE = "tradelake.state";

    private final Lake lake;
    private final SparkSession spark;
    private final List<Table> tables;
    private final CatalogSchema schema;

    CatalogViews(Lake lake, List<Table> tables, CatalogSchema schema) {
        this.lake = lake;
        this.spark = lake.spark();
        this.tables = tables;
        this.schema = schema;
    }

    /**
     * A view as it should be.
     *
     * @param state what it shows, so that one which shows this already is left alone
     * @param columns with their comments, in brackets, or nothing where the query has them
     */
    private record View(String name, String state, String meaning, String columns, String query) {}

    /** Makes, replaces and drops views until the schema shows this run, and says in a sentence what that was. */
    String show(Manifest run) {
        try {
            spark.sql("CREATE SCHEMA IF NOT EXISTS " + schema.quoted());
            Map<String, Map<String, String>> there = there();
            List<View> views = views(run);
            views.forEach(view -> requireOurs(view.name(), there.get(view.name())));
            List<View> stale = views.stream()
                    .filter(view -> !there.getOrDefault(view.name(), Map.of())
                            .getOrDefault(STATE, "")
                            .equals(view.state()))
                    .toList();
            List<String> gone = gone(there, views);
            gone.forEach(name -> spark.sql("DROP VIEW " + quoted(name)));
            stale.forEach(this::replace);
            return "%s shows run %s: %d views, %d of them made or replaced, %d dropped."
                    .formatted(schema, run.run(), views.size(), stale.size(), gone.size());
        } catch (Exception e) {
            throw SqlViews.refused("Cannot register in " + schema, e);
        }
    }

    /** What the schema holds, with its properties. */
    private Map<String, Map<String, String>> there() {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (Row row : spark.sql("SHOW TABLES IN " + schema.quoted()).collectAsList())
            if (!row.getBoolean(2)) found.put(row.getString(1), properties(row.getString(1)));
        return found;
    }

    private Map<String, String> properties(String name) {
        return spark.sql("SHOW TBLPROPERTIES " + quoted(name)).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
    }

    private void requireOurs(String name, Map<String, String> properties) {
        if (properties == null || isOurs(properties)) return;
        throw new BadInput("Cannot register in %s: %s is there already and %s; give another schema, or drop it first."
                .formatted(
                        schema,
                        name,
                        properties.containsKey(LAKE)
                                ? "shows the lake " + properties.get(LAKE)
                                : "was made by somebody else"));
    }

    private boolean isOurs(Map<String, String> properties) {
        return root().equals(properties.get(LAKE));
    }

    private List<String> gone(Map<String, Map<String, String>> there, List<View> views) {
        List<String> wanted = views.stream().map(View::name).toList();
        return there.keySet().stream()
                .filter(name -> !wanted.contains(name) && isOurs(there.get(name)))
                .toList();
    }

    /** The view about comes last, so that it names a run when all others show it. */
    private List<View> views(Manifest run) {
        return Stream.concat(
                        tables.stream()
                                .filter(table -> run.tables().containsKey(table.name()))
                                .map(table -> view(table, run.tables().get(table.name()))),
                        Stream.of(about(run)))
                .toList();
    }

    private View view(Table table, Manifest.TableState state) {
        String name =
                table.layer() == Layer.GOLD ? table.shortName() : table.layer().schema() + "_" + table.shortName();
        String columns = Arrays.stream(lake.read(table, state).schema().fields())
                .map(field -> "`%s` COMMENT %s"
                        .formatted(field.name(), literal(field.getComment().getOrElse(() -> ""))))
                .collect(Collectors.joining(", ", "(", ")"));
        return new View(
                name,
                lake.path(table, state) + "@" + state.version(),
                table.meaning().en() + " " + table.meaning().zh(),
                columns,
                "SELECT * FROM delta.`%s` VERSION AS OF %d".formatted(lake.path(table, state), state.version()));
    }

    private static View about(Manifest run) {
        String rows = Stream.concat(
                        Stream.of("('run', %s)".formatted(literal(run.run()))),
                        run.labels().stream().map(label -> "('label', %s)".formatted(literal(label))))
                .collect(Collectors.joining(", "));
        return new View(
                ABOUT,
                run.run(),
                "Which run the views of this schema show, and what must be said over its numbers.",
                "",
                "SELECT * FROM VALUES %s AS about(name, value)".formatted(rows));
    }

    private void replace(View view) {
        spark.sql("CREATE OR REPLACE VIEW %s %s COMMENT %s TBLPROPERTIES ('%s' = %s, '%s' = %s) AS %s"
                .formatted(
                        quoted(view.name()),
                        view.columns(),
                        literal(view.meaning()),
                        LAKE,
                        literal(root()),
                        STATE,
                        literal(view.state()),
                        view.query()));
    }

    private String root() {
        return lake.store().root().toString();
    }

    private String quoted(String name) {
        return schema.quoted() + ".`" + name + "`";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
