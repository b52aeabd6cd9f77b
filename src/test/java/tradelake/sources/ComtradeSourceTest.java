package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

class ComtradeSourceTest {
    private static final String BULK = Drawn.bulk(
            """
            reporterCode partnerCode flowCode cmdCode primaryValue netWgt isOriginalClassification
            704          156         X        850440  30           1.5    true
            704          842         X        010121  50.125       _      false
            704          CHN         X        010121  7            _      true
            704          392         M        TOTAL   _            _      _
            """);
    private static final String CSV =
            Drawn.legacy22("cmdCode primaryValue\n27 5\n44 -6\n").replace("China", "\"Ch,ina\"") + "too short\n";

    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .getOrCreate();
    }

    @Test
    void rowsAreThoseOfTheCursor() throws IOException {
        Path bulk = Drawn.file(folder, "bulk", Drawn.gzip(BULK));
        Path csv = Drawn.file(folder, "csv", CSV);
        List<Row> rows =
                load(source(bulk), source(csv)).orderBy("release", "line").collectAsList();
        List<DrawnRow> expected = new ArrayList<>();
        List<String> releases = new ArrayList<>();
        for (FileFacts facts : sorted(Drawn.facts(bulk), Drawn.facts(csv))) {
            List<DrawnRow> read = Drawn.read(facts.path().endsWith("bulk") ? BULK : CSV);
            expected.addAll(read);
            read.forEach(row -> releases.add(facts.sha256()));
        }
        assertThat(rows).extracting(ComtradeSourceTest::drawn).isEqualTo(expected);
        assertThat(rows).extracting(row -> row.<String>getAs("release")).isEqualTo(releases);
    }

    private static List<FileFacts> sorted(FileFacts... facts) {
        return Stream.of(facts).sorted(Comparator.comparing(FileFacts::sha256)).toList();
    }

    private static DrawnRow drawn(Row row) {
        Map<ApiField, Object> fields = new EnumMap<>(ApiField.class);
        for (ApiField field : ApiField.values()) {
            Object value = row.getAs(field.apiName());
            if (value != null) fields.put(field, value);
        }
        Optional<Problem> problem = Optional.ofNullable(row.<String>getAs("problem"))
                .map(reason -> new Problem(
                        reason,
                        row.getAs("problem_message"),
                        new RawRecord(row.getAs("raw"), row.getAs("raw_length"), row.getAs("raw_sha256"))));
        return new DrawnRow(row.getAs("line"), fields, problem);
    }

    /** Spark's own cast to decimal, on values of every size and number of digits. */
    @Test
    void dollarsAreThoseOfTheFirstPass() throws IOException {
        Random random = new Random(5);
        String values = random.doubles(5_000)
                .mapToObj(value -> "" + Math.pow(10, 14 * random.nextDouble() - 2) * value)
                .collect(Collectors.joining("\n", "primaryValue\n", "\n"));
        Path file = Drawn.file(folder, "bulk", BULK + Drawn.bulk(values).split("\n", 2)[1]);
        FileFacts facts = Drawn.facts(file);
        Row sums = load(source(file))
                .selectExpr("sum(cast(primaryValue as decimal(38,6)))", "count(*)", "count(problem)")
                .first();
        assertThat(sums.getDecimal(0)).isEqualByComparingTo(facts.value());
        assertThat(sums.getLong(1)).isEqualTo(facts.rows()).isEqualTo(5_004);
        assertThat(sums.getLong(2)).isEqualTo(facts.rowsWithProblem()).isEqualTo(1);
    }

    @Test
    void onlyTheColumnsAskedForAreRead() throws IOException {
        Dataset<Row> two = load(source(Drawn.file(folder, "bulk", BULK))).select("cmdCode", "primaryValue");
        assertThat(two.queryExecution().executedPlan().toString())
                .contains("2 columns")
                .doesNotContain("netWgt", "reporterDesc");
        assertThat(two.count()).isEqualTo(4);
    }

    @Test
    void settingsDoNotShow() throws IOException {
        spark.sparkContext().hadoopConfiguration().set("fs.s3a.secret.key", "verysecret");
        try {
            Dataset<Row> rows = load(source(Drawn.file(folder, "bulk", BULK)));
            assertThat(plan(rows)).doesNotContain("verysecret").contains("comtrade files: 1 files");
        } finally {
            spark.sparkContext().hadoopConfiguration().unset("fs.s3a.secret.key");
        }
    }

    @Test
    void smallFilesShareOneTask() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) files.add(source(Drawn.file(folder, "f" + i, BULK)));
        Dataset<Row> rows = load(files.toArray(SourceFile[]::new));
        assertThat(rows.javaRDD().getNumPartitions()).isEqualTo(2);
        assertThat(rows.count()).isEqualTo(20 * 4);
    }

    @Test
    void aFileChangedMeanwhileIsNoticed() throws IOException {
        Path file = Drawn.file(folder, "bulk", BULK);
        SourceFile examined = source(file);
        for (String now : List.of(BULK.replace("50.125", "50.126"), "nothing", "")) {
            Files.write(file, now.getBytes(UTF_8));
            assertThatThrownBy(() -> load(examined).count())
                    .rootCause()
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("is not the file that was examined");
        }
    }

    @Test
    void withoutFilesItSaysSo() {
        assertThatThrownBy(() -> spark.read()
                        .format(ComtradeSource.class.getName())
                        .load()
                        .count())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("files");
        assertThatThrownBy(() -> spark.read()
                        .format(ComtradeSource.class.getName())
                        .option("files", "{")
                        .load()
                        .count())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("JSON");
    }

    private static SourceFile source(Path file) {
        return SourceFile.of(Drawn.facts(file));
    }

    private static Dataset<Row> load(SourceFile... files) {
        return spark.read()
                .format(ComtradeSource.class.getName())
                .option(ComtradeSource.FILES, SourceFile.toJson(List.of(files)))
                .load();
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().toString();
    }
}
