package tradelake.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.lake.ObjectStore;
import tradelake.lake.TryLater;

/** Snapshots of drawn Delta tables, and what becomes of them from run to run. */
class SnapshotsTest {
    @TempDir
    Path folder;

    private Path home;
    private DrawnLake lake;

    @BeforeEach
    void fill() {
        home = folder.resolve("a lake's folder");
        lake = new DrawnLake(home).filled();
    }

    @Test
    void everyTypeArrivesAsDeclaredSortedByKey() {
        lake.publish("000001");
        try (SnapshotReader reader = SnapshotReader.open(home).orElseThrow();
                Answer answer = reader.query("SELECT * FROM gold.small")) {
            assertThat(answer.columns()).extracting(Answer.Column::name).contains("key", "money", "is_so");
            assertThat(answer.next())
                    .containsExactly(
                            "b",
                            2.5,
                            LocalDate.of(2020, 2, 29),
                            new java.math.BigDecimal("0.000001"),
                            List.of(1, 2),
                            LocalDateTime.parse("2020-01-01T10:00:00"),
                            true,
                            7L);
            assertThat(answer.next()[3]).isEqualTo(new java.math.BigDecimal("12345678901234567890.500000"));
            assertThat(answer.hasNext()).isFalse();
        }
        assertThat(DrawnLake.ask(home, "SELECT column_type FROM (DESCRIBE gold.small)"))
                .containsExactly(
                        "VARCHAR", "DOUBLE", "DATE", "DECIMAL(38,6)", "INTEGER[]", "TIMESTAMP", "BOOLEAN", "BIGINT");
    }

    @Test
    void filesOfOtherVersionsDoNotCount() {
        lake.writeLarge(3);
        lake.publish("000001");
        assertThat(DrawnLake.ask(home, "SELECT sum(value) FROM gold.large")).containsExactly(3.0 * 999 * 1000 / 2);
        assertThat(DrawnLake.ask(home, "SELECT count(*) FROM gold.large")).containsExactly(1000L);
    }

    @Test
    void aTableWithoutRowsHasItsColumns() {
        lake.empty(DrawnLake.SMALL);
        lake.publish("000001");
        assertThat(DrawnLake.ask(home, "SELECT count(money) FROM gold.small")).containsExactly(0L);
    }

    @Test
    void tablesAndColumnsSayWhatTheyMeanInTheFileAndAsViews() {
        lake.publish("000001");
        assertThat(DrawnLake.ask(home, "SELECT comment FROM duckdb_tables() WHERE table_name = 'small'"))
                .containsExactly("A table of every type. 各种类型。 One row per key. SYNTHETIC: made up.");
        assertThat(DrawnLake.ask(home, "SELECT comment FROM duckdb_views() WHERE view_name = 'large'"))
                .containsExactly("A table with more rows. 较大的表。 One row per key. SYNTHETIC: made up.");
        assertThat(DrawnLake.ask(
                        home,
                        "SELECT comment FROM duckdb_columns() WHERE schema_name = 'gold' AND column_name = 'value'"))
                .containsExactly("How much [current USD] 数值", "How much [current USD] 数值");
    }

    @Test
    void theFolderSaysWhatMayNotBeDoneWithIt() throws IOException {
        lake.publish("000001");
        assertThat(lake.published("000001").resolve("README.md"))
                .content()
                .contains("SYNTHETIC: made up", "restricts redistribution", "| gold.large | 1,000 | view |");
        assertThat(DrawnLake.ask(home, "SELECT value FROM about WHERE name = 'run'"))
                .containsExactly("000001");
    }

    @Test
    void theReportLiesBesideTheDatabaseAndIsWrittenAgainWhereItIsMissing() throws IOException {
        lake.publish("000001");
        Path report = lake.published("000001").resolve("report.html");
        assertThat(report).content().contains("\"id\":\"000001\"", "SYNTHETIC: made up", "gold.regional_shares");
        Files.delete(report);
        lake.publish("000001");
        assertThat(lake.published("000001.2").resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void theReportOfALakeThatWasMovedIsFoundAndWrittenAnewAlike() throws IOException {
        lake.writeLedger();
        lake.publish("000001");
        assertThat(Snapshots.report(lake.store()))
                .contains(lake.published("000001").resolve("report.html").toString());
        Path elsewhere = Files.move(home, folder.resolve("elsewhere"));
        Path anew = folder.resolve("anew.html");
        try (SnapshotReader reader = SnapshotReader.open(elsewhere).orElseThrow()) {
            reader.writeReport(anew);
            assertThat(anew).hasSameTextualContentAs(reader.report());
            assertThatThrownBy(() -> reader.writeReport(elsewhere))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("Name another file");
        }
    }

    @Test
    void theDatabaseSaysWhatTheRunStoodOn() {
        lake.writeLedger();
        lake.publish("000001");
        assertThat(DrawnLake.ask(home, "SELECT fate || ' ' || rows || ' ' || value_usd FROM run.ledger ORDER BY ALL"))
                .containsExactly("accepted 5 15.500000", "in 5 15.500000");
        assertThat(DrawnLake.ask(home, "SELECT name || ' ' || rows FROM run.tables ORDER BY name"))
                .containsExactly("gold.large 1000", "gold.small 2", "silver.ledger 4");
        assertThat(DrawnLake.ask(home, "SELECT value FROM run.settings WHERE name = 'years'"))
                .containsExactly("it's 2010-2024");
        try (SnapshotReader reader = SnapshotReader.open(home).orElseThrow()) {
            assertThat(reader.tables()).containsExactly("gold.large", "gold.small");
        }
    }

    @Test
    void theSameRunIsWrittenOnceAndAMissingFileMendsIt() throws IOException {
        assertThat(lake.publish("000001")).isPresent();
        assertThat(lake.publish("000001")).isEmpty();
        Files.delete(lake.published("000001").resolve(Snapshot.DATABASE));
        assertThat(lake.publish("000001")).isPresent();
        assertThat(DrawnLake.ask(home, "SELECT count(*) FROM gold.large")).containsExactly(1000L);
    }

    @Test
    void aTableThatDidNotChangeIsTheSameFileAndAChangedOneIsNot() throws IOException {
        lake.publish("000001");
        lake.writeLarge(2);
        assertThat(lake.publish("000002").orElseThrow()).contains("2 tables, 1 of them written anew");
        assertThat(Files.isSameFile(file("000001", "small"), file("000002", "small")))
                .isTrue();
        assertThat(Files.isSameFile(file("000001", "large"), file("000002", "large")))
                .isFalse();
        assertThat(DrawnLake.ask(home, "SELECT max(value) FROM gold.large")).containsExactly(2 * 999.0);
    }

    @Test
    void whoLosesTheLockLeavesReadersWhereTheyWereAndTheNextRunSweepsUp() {
        DrawnLake lake = new DrawnLake(home, "snapshot.runs-kept=2").filled();
        lake.publish("000001");
        lake.writeLarge(2);
        assertThatThrownBy(() -> lake.publish("000002", () -> {
                    throw new TryLater("lost");
                }))
                .isInstanceOf(TryLater.class);
        assertThat(DrawnLake.ask(home, "SELECT max(value) FROM gold.large")).containsExactly(999.0);
        assertThat(lake.published("000002").resolve(Snapshot.MANIFEST)).doesNotExist();
        lake.publish("000003");
        assertThat(DrawnLake.ask(home, "SELECT max(value) FROM gold.large")).containsExactly(2 * 999.0);
        assertThat(lake.store().names("published"))
                .as("the run before is kept, not the one that never was current")
                .containsExactly("000001", "000003", "current");
    }

    @Test
    void asManyRunsAreKeptAsTheSettingSays() {
        DrawnLake two = new DrawnLake(home, "snapshot.runs-kept=2").filled();
        for (int run = 1; run <= 4; run++) {
            two.writeLarge(run);
            two.publish("00000" + run);
        }
        assertThat(two.store().names("published")).containsExactly("000003", "000004", "current");
    }

    @Test
    void whereNoneAreKeptNoneIsLeftThatCouldBeTakenForTheRun() {
        lake.publish("000001");
        assertThat(new DrawnLake(home, "snapshot.runs-kept=0").filled().publish("000002"))
                .isEmpty();
        assertThat(SnapshotReader.open(home)).isEmpty();
        assertThat(lake.store().names("published")).isEmpty();
    }

    @Test
    void aLakeThatWasMovedAnswersAndKeepsItsComments() throws IOException {
        lake.publish("000001");
        Path elsewhere = Files.move(home, folder.resolve("elsewhere"));
        assertThat(DrawnLake.ask(elsewhere, "SELECT count(*) FROM gold.large")).containsExactly(1000L);
        assertThat(DrawnLake.ask(elsewhere, "SELECT key FROM gold.small ORDER BY value"))
                .containsExactly("它's", "b");
        try (SnapshotReader reader = SnapshotReader.open(elsewhere).orElseThrow();
                Answer columns = reader.description("gold.large")) {
            assertThat(columns.next()).containsExactly("key", "varchar", "What a row is of 键");
            assertThat(reader.labels()).containsExactly("SYNTHETIC: made up");
        }
    }

    @Test
    void whatAnotherLakeLendsIsReadWhereItLies() throws IOException {
        DrawnLake mine = new DrawnLake(folder.resolve("mine")).filled();
        lake.writeLarge(3);
        mine.borrow(lake, DrawnLake.LARGE);
        mine.publish("000001");
        lake.writeLarge(5);
        assertThat(DrawnLake.ask(folder.resolve("mine"), "SELECT sum(value) FROM gold.large"))
                .containsExactly(3.0 * 999 * 1000 / 2);
        assertThat(mine.published("000001").resolve("gold").toFile().list()).containsExactly("small.parquet");
        assertThat(mine.published("000001").resolve("README.md")).content().contains("| view of file:");
        Path elsewhere = Files.move(folder.resolve("mine"), folder.resolve("elsewhere"));
        assertThat(DrawnLake.ask(elsewhere, "SELECT max(value) FROM gold.large"))
                .containsExactly(3.0 * 999);
    }

    @Test
    void aLakeThatIsNotOnThisMachineGetsItsFilesWhole() throws IOException {
        Configuration settings = new Configuration();
        settings.setClass("fs.s3elsewhere.impl", ElsewhereFileSystem.class, org.apache.hadoop.fs.FileSystem.class);
        ObjectStore store = new ObjectStore(
                new org.apache.hadoop.fs.Path("s3elsewhere://" + home.toUri().getPath()), settings);
        DrawnLake remote = new DrawnLake(home, store).filled();
        remote.publish("000001");
        remote.writeLarge(2);
        assertThat(remote.publish("000002").orElseThrow()).contains("1 of them written anew");
        assertThat(remote.manifest("000002").tables().get("gold.large").inside())
                .isTrue();
        assertThat(DrawnLake.ask(home, "SELECT max(value) FROM gold.large")).containsExactly(2 * 999.0);
        assertThat(file("000002", "small")).hasSameBinaryContentAs(file("000001", "small"));
    }

    @Test
    void aPointerThatCannotBeReadIsOneSentence() throws IOException {
        Path current = Files.createDirectories(home.resolve("published/current"));
        assertThatThrownBy(() -> SnapshotReader.open(home))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot read " + current)
                .hasMessageEndingWith("run `tradelake refresh` again.");
    }

    @Test
    void onlyQuestionsAreAnswered() {
        lake.publish("000001");
        for (String sql : List.of(
                "DROP TABLE gold.small",
                "COPY gold.small TO 'x.csv'",
                "SELECT 1; DROP TABLE gold.small",
                "",
                "ATTACH 'x.db'",
                "EXPLAIN ANALYZE COPY gold.small TO '%s'".formatted(folder.resolve("x.csv")),
                "EXPLAIN (ANALYZE) COPY gold.small TO '%s'".formatted(folder.resolve("x.csv"))))
            assertThatThrownBy(() -> DrawnLake.ask(home, sql)).as(sql).isInstanceOf(BadInput.class);
        assertThat(folder.resolve("x.csv")).doesNotExist();
        assertThat(DrawnLake.ask(home, "EXPLAIN ANALYZE FROM gold.small")).isNotEmpty();
        assertThatThrownBy(() -> DrawnLake.ask(home, "SELECT keyy FROM gold.small"))
                .hasMessageStartingWith("Cannot answer: Referenced column \"keyy\" not found")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DrawnLake.ask(home, "FROM gold.nothing"))
                .hasMessage(
                        "Cannot answer: the published run has no table named nothing. `tradelake tables` lists the tables, `tradelake refresh` makes those without rows.");
        assertThatThrownBy(() -> DrawnLake.ask(home, "FROM gold.smal"))
                .hasMessageContaining("no table named smal. Did you mean small?");
        assertThat(DrawnLake.ask(home, "-- one\nSELECT ';' AS x; -- two;")).containsExactly(";");
    }

    private Path file(String run, String table) {
        return lake.published(run).resolve("gold/" + table + ".parquet");
    }
}
