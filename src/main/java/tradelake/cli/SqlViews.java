package tradelake.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.BadInput;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.Table;
import tradelake.serve.ReadOnly;
import tradelake.sources.ComtradeSource;
import tradelake.sources.Release;
import tradelake.sources.Releases;
import tradelake.sources.SourceFile;

/**
 * The tables of the published run as views, each at the version that the run pins, and bronze.comtrade: the published rows
 * themselves, read through the formats. A view is made when a statement first names it.
 */
final class SqlViews {
    private static final String ROWS = "comtrade";

    /** A data source of our own can stand behind a temporary view only, and those have no schema. */
    private static final Pattern ROWS_NAME = Pattern.compile("(?i)\\bbronze\\s*\\.\\s*comtrade\\b");

    private static final String ROWS_VIEW = "bronze_comtrade";

    private final OpenLake lake;
    private final SparkSession spark;
    private final Manifest published;
    private final List<Table> tables;
    private final Set<String> made = new HashSet<>();

    SqlViews(OpenLake lake) {
        this.lake = lake;
        this.spark = lake.lake().spark();
        this.published = lake.published();
        this.tables = TradelakeCatalog.declared(lake.setup().settings()).tables();
        for (Layer layer : Layer.values()) spark.sql("CREATE SCHEMA IF NOT EXISTS " + layer.schema());
    }

    /** Answers one statement that only reads. */
    Dataset<Row> query(String statement) {
        String sql = statement.strip().replaceAll(";+$", "");
        ReadOnly.SPARK.require(sql);
        boolean all = sql.toUpperCase(Locale.ROOT).startsWith("SHOW");
        tables.stream()
                .filter(table -> all || names(sql, table.shortName()))
                .filter(table -> published.versions().containsKey(table.name()))
                .filter(table -> !made.contains(table.name()))
                .forEach(this::view);
        if ((all || names(sql, ROWS)) && !made.contains(ROWS)) rows();
        try {
            return spark.sql(ROWS_NAME.matcher(sql).replaceAll(ROWS_VIEW));
        } catch (Exception e) {
            throw refused(e);
        }
    }

    /** What a user is told of a statement that Spark cannot parse, resolve or compute; anything else is handed back. */
    static RuntimeException refused(Exception e) {
        return refused("Cannot answer", e);
    }

    /** The same of a statement of our own, after words that say what it was for. */
    static RuntimeException refused(String what, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SparkThrowable said
                    && said.getCondition() != null
                    && !said.getCondition().startsWith("INTERNAL"))
                return new BadInput(what + ": " + sentence(cause), e);
        return e instanceof RuntimeException own ? own : new IllegalStateException(e);
    }

    private void view(Table table) {
        made.add(table.name());
        spark.sql("CREATE OR REPLACE VIEW %s AS SELECT * FROM delta.`%s` VERSION AS OF %d"
                .formatted(
                        table.name(),
                        lake.lake().path(table, published.tables().get(table.name())),
                        published.versions().get(table.name())));
    }

    private void rows() {
        List<Release> releases =
                lake.lake().read(Releases.TABLE, published.tables().get(Releases.TABLE.name())).collectAsList().stream()
                        .map(Releases::read)
                        .filter(Release::isAccepted)
                        .toList();
        List<SourceFile> files = lake.refresh(lake.setup().teller()).files(releases);
        spark.read()
                .format(ComtradeSource.class.getName())
                .option(ComtradeSource.FILES, SourceFile.toJson(files))
                .load()
                .createOrReplaceTempView(ROWS_VIEW);
        made.add(ROWS);
    }

    private static boolean names(String sql, String table) {
        return sql.toLowerCase(Locale.ROOT).contains(table);
    }

    /** Spark's first sentence, without its error class and the plan below it. */
    private static String sentence(Throwable e) {
        String first = String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
        String plain = first.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst(" SQLSTATE: \\w+.*$", "");
        return plain + (first.contains("NOT_FOUND") ? " `tradelake tables` lists the tables." : "");
    }
}
