package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.BadInput;
import tradelake.lake.Catalog;
import tradelake.lake.Field;

/** Spark's answers from the lake itself, at the versions that the published run pins. */
final class SparkAnswers implements SqlAnswers {
    private final OpenLake lake;
    private final SqlViews views;

    SparkAnswers(Setup setup) {
        this.lake = OpenLake.toRead(setup);
        this.views = new SqlViews(lake);
    }

    @Override
    public List<String> labels() {
        return lake.labels();
    }

    @Override
    public void answer(String statement, RowsOut out) {
        show(views.query(statement), out);
    }

    /** Spark writes a folder of files, one a task. */
    @Override
    public void writeParquet(String statement, Path file) {
        throw new BadInput("Spark does not write %s as one Parquet file: leave out --engine spark, or ask for -o csv."
                .formatted(file));
    }

    @Override
    public void tables(RowsOut out) {
        Listings.tables(catalog(), Optional.of(lake.published()), out);
    }

    @Override
    public void describe(String table, RowsOut out) {
        Listings.columns(Listings.table(catalog(), table), Language.EN, out);
    }

    @Override
    public List<String> names() {
        return catalog().tables().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.name()), table.fields().stream().map(Field::name)))
                .distinct()
                .toList();
    }

    private Catalog catalog() {
        return TradelakeCatalog.declared(lake.setup().settings());
    }

    /** Row by row, so that an answer may be larger than the driver's memory. */
    static void show(Dataset<Row> rows, RowsOut out) {
        try {
            out.write(Heading.of(rows.schema()), () -> new RowCells(rows.toLocalIterator()));
        } catch (Exception e) {
            throw SqlViews.refused(e);
        }
    }

    @Override
    public void close() {
        lake.close();
    }
}
