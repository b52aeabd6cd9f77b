package tradelake.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import tradelake.sources.ComtradeSource;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;
import tradelake.sources.SourceFile;

/** The product's own road: the first pass, the data source with its pushed filters, Spark's Parquet. */
final class SparkIngest implements IngestEngine {
    private final SparkSession spark;

    SparkIngest(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "tradelake";
    }

    @Override
    public List<String> check(Path files) throws IOException {
        List<FileFacts> facts = new FirstPass(
                        spark.sparkContext().hadoopConfiguration(),
                        spark.sparkContext().defaultParallelism())
                .over(in(files));
        BigDecimal dollars = facts.stream().map(FileFacts::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(facts.stream().mapToLong(FileFacts::rows).sum() + " "
                + dollars.setScale(3, RoundingMode.HALF_UP).toPlainString());
    }

    @Override
    public List<String> read(Path files) throws IOException {
        return texts(canonical(files).selectExpr(IngestBench.SUMS));
    }

    @Override
    public List<String> write(Path files, Path parquet) throws IOException {
        DataFrameWriter<Row> writer = canonical(files)
                .selectExpr(IngestBench.COLUMNS.toArray(String[]::new))
                .write();
        // As the amounts of silver.flows are written: SparkSessions.
        for (String amount : IngestBench.AMOUNTS)
            writer.option(ParquetOutputFormat.ENABLE_DICTIONARY + "#" + amount, false);
        writer.mode(SaveMode.Overwrite)
                .partitionBy(IngestBench.YEAR)
                .parquet(parquet.toUri().toString());
        return List.of();
    }

    @Override
    public List<String> aggregate(Path parquet) {
        spark.read().parquet(parquet.toUri().toString()).createOrReplaceTempView("written");
        return texts(spark.sql(IngestBench.BY_YEAR_AND_FLOW.formatted("written")));
    }

    private Dataset<Row> canonical(Path files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (org.apache.hadoop.fs.Path file : in(files))
            sources.add(new SourceFile(file.toString(), "", Files.size(Path.of(file.toUri()))));
        return spark.read()
                .format(ComtradeSource.class.getName())
                .option(ComtradeSource.FILES, SourceFile.toJson(sources))
                .load()
                .filter(IngestBench.CANONICAL);
    }

    private static List<org.apache.hadoop.fs.Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> new org.apache.hadoop.fs.Path(file.toUri()))
                    .toList();
        }
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
    }

    /** The session is its owner's. */
    @Override
    public void close() {}
}
