package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnRuns;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Table;
import tradelake.lake.TestSession;

/** What a user of the cluster sees in Spark's own catalog, run after run. */
class CatalogViewsTest {
    private static final CatalogSchema TRADE = CatalogSchema.parse("spark_catalog.trade");

    private static final SparkSession SPARK = TestSession.get();

    @TempDir
    static Path folder;

    private static Lake lake;

    /** Two runs; when the first is shown, the commit of the second is there already. */
    @BeforeAll
    static void publish() {
        lake = lake(folder);
        DrawnRuns runs = new DrawnRuns(lake);
        runs.publish(1, Duration.ZERO);
        runs.publish(2, Duration.ZERO);
    }

    @AfterEach
    void drop() {
        SPARK.sql("DROP SCHEMA IF EXISTS spark_catalog.trade CASCADE");
    }

    private static Lake lake(Path folder) {
        return new Lake(SPARK, new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
    }

    private static Manifest run(int number) {
        return new Runs(lake.store()).named("%06d".formatted(number));
    }

    private static String show(int run) {
        return show(List.of(DrawnRuns.TABLE), run);
    }

    private static String show(List<Table> tables, int run) {
        return new CatalogViews(lake, tables, TRADE).show(run(run));
    }

    private static List<String> ask(String sql) {
        return SPARK.sql(sql).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    @Test
    void showsTheVersionThatTheRunPinsWithItsCommentsAndNoLaterCommit() {
        show(1);
        assertThat(ask("SELECT * FROM spark_catalog.trade.numbers")).containsExactly("1");
        assertThat(ask("SELECT * FROM trade.about")).containsExactly("run 000001");
        assertThat(ask("DESCRIBE TABLE EXTENDED trade.numbers"))
                .anyMatch(line -> line.startsWith("number int Number of the run"))
                .anyMatch(line -> line.startsWith("Comment The number of the run."));
    }

    @Test
    void twiceIsLikeOnceAndALaterRunReplacesIt() {
        show(1);
        assertThat(show(1))
                .isEqualTo("spark_catalog.trade shows run 000001: 2 views, 0 of them made or replaced, 0 dropped.");
        assertThat(show(2))
                .isEqualTo("spark_catalog.trade shows run 000002: 2 views, 2 of them made or replaced, 0 dropped.");
        assertThat(ask("SELECT * FROM trade.numbers")).containsExactly("2");
        assertThat(ask("SELECT value FROM trade.about WHERE name = 'run'")).containsExactly("000002");
    }

    @Test
    void whatTheRunHasNoMoreIsDroppedAndWhatOthersMadeStays() {
        show(1);
        SPARK.sql("CREATE VIEW trade.mine AS SELECT 1 AS one");
        assertThat(show(List.of(), 1)).endsWith("1 views, 0 of them made or replaced, 1 dropped.");
        assertThat(ask("SHOW VIEWS IN trade"))
                .filteredOn(line -> line.endsWith(" false"))
                .as("but temporary ones, which Spark lists in every schema")
                .extracting(line -> line.split(" ")[1])
                .containsExactlyInAnyOrder("about", "mine");
    }

    @Test
    void takesNothingThatIsNotItsOwn(@TempDir Path other) {
        SPARK.sql("CREATE SCHEMA trade");
        SPARK.sql("CREATE VIEW trade.numbers AS SELECT 7 AS number");
        assertThatThrownBy(() -> show(1))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "Cannot register in spark_catalog.trade: numbers is there already and was made by somebody else; give another schema, or drop it first.");
        assertThat(ask("SELECT * FROM trade.numbers")).containsExactly("7");
        show(List.of(), 1);
        assertThatThrownBy(() -> new CatalogViews(lake(other), List.of(), TRADE).show(run(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("shows the lake " + lake.store().root());
    }

    @Test
    void whatSparkRefusesIsOneSentence() {
        Manifest wrong = run(2);
        wrong.tables().put(DrawnRuns.TABLE.name(), new Manifest.TableState(99, "", "", "", 1, Map.of(), ""));
        assertThatThrownBy(() -> new CatalogViews(lake, List.of(DrawnRuns.TABLE), TRADE).show(wrong))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot register in spark_catalog.trade: ")
                .hasMessageContaining("99");
    }
}
