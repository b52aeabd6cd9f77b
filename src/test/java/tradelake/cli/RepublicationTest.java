package tradelake.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Flows;
import tradelake.lake.BadInput;
import tradelake.lake.Manifest;
import tradelake.reference.Columns;

/** Files that replace others, are taken out, moved or overwritten: what counts is a function of the files, not of their order. */
class RepublicationTest {
    /** Viet Nam (704) exports 70 in all. */
    private static final String SEVENTY =
            """
            year reporter flow partner classification cmd    value
            2019 704      X    0       H5             TOTAL  70
            2019 704      X    156     H5             850440 30
            2019 704      X    842     H5             850440 25
            """;

    @TempDir
    Path folder;

    private TestLake lake;
    private Path input;

    @BeforeEach
    void open() {
        lake = new TestLake(folder.resolve("lake"), "years=2019-2020");
        input = folder.resolve("input");
    }

    private double exports() {
        return lake.read(Flows.TABLE)
                .filter(not(Flows.OF_WHICH.col()))
                .select(coalesce(sum(Columns.VALUE_USD.col()), lit(0.0)))
                .first()
                .getDouble(0);
    }

    @Test
    void theNewestPublicationCountsInWhateverOrderTheFilesCome() throws IOException {
        Path old = DrawnFiles.bulk(
                folder.resolve("a/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 11
            2019 704      X    36      H5             850440 7
            """);
        Path now = DrawnFiles.bulk(
                folder.resolve("b/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.ingest(now);
        lake.ingest(old);
        assertThat(exports()).isEqualTo(12);
        TestLake other = new TestLake(folder.resolve("other"), "years=2019-2020");
        other.ingest(old);
        other.ingest(now, old);
        SameTables.assertSame(other, lake, lake.made());
    }

    @Test
    void aForgottenReleaseLeavesWhatItHadReplaced() throws IOException {
        Path old = DrawnFiles.bulk(folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"), SEVENTY);
        Path now = DrawnFiles.bulk(
                folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.ingest(old.getParent());
        assertThat(exports()).isEqualTo(12);
        Manifest before = lake.latest();
        Manifest after = lake.forget(now.getFileName().toString()).manifest();
        assertThat(exports()).isEqualTo(70);
        whatMovedIsSaid(lake.diff(before, after), now);
        lake.ingest(old.getParent());
        assertThat(exports()).as("still forgotten").isEqualTo(70);
    }

    /** Viet Nam's exports to China were 12 and are 30 again; those to the United States and of no partner known are back. */
    private static void whatMovedIsSaid(RunDiff diff, Path forgotten) {
        assertThat(diff.circumstances()).isEmpty();
        assertThat(diff.releases()).singleElement().asString().contains(forgotten + ": accepted, then forgotten");
        assertThat(diff.tables())
                .filteredOn(moved -> moved.table().equals(Flows.TABLE))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.gone()).isZero();
                    assertThat(moved.added()).isEqualTo(2);
                    assertThat(moved.changed()).isOne();
                    assertThat(moved.columns()).contains("value_usd", "release");
                });
        assertThat(diff.numbers(Flows.TABLE)
                        .filter("column = 'value_usd'")
                        .select("partner", "before", "after", "change")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[156,12.0,30.0,18.0]", "[-1,null,15.0,null]", "[842,null,25.0,null]");
    }

    /** Runs follow each other by their number and publications by their own day. */
    @Test
    void aClockThatGoesBackByAYearChangesNoNumber() throws IOException {
        Path old = DrawnFiles.bulk(folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"), SEVENTY);
        lake.ingest(old);
        DrawnFiles.bulk(
                folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        Manifest made = lake.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(-365)))
                .ingest(old.getParent())
                .manifest();
        assertThat(lake.latest().run()).isEqualTo(made.run());
        assertThat(exports()).isEqualTo(12);
        assertThat(lake.ingest(old.getParent()).manifest().work()).isEmpty();
    }

    @Test
    void whatADeadRunLeftOfACopyGoesWhenTheNextBegins() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("lake/raw"));
        Path left = Files.writeString(raw.resolve("." + UUID.randomUUID()), "half of a f");
        Path original = Files.writeString(raw.resolve("0".repeat(64)), "a file");
        assertThatThrownBy(() -> lake.forget("nothing")).isInstanceOf(BadInput.class);
        assertThat(left).doesNotExist();
        assertThat(original).exists();
    }

    @Test
    void aDamagedFileDoesNotTakeAwayTheGoodOneThatItOverwrote() throws IOException {
        Path file = DrawnFiles.bulk(input.resolve("vnm.gz"), SEVENTY);
        lake.ingest(input);
        Files.writeString(file, "<html>Too many requests</html>");
        assertThatThrownBy(() -> lake.ingest(input)).isInstanceOf(BadInput.class);
        assertThat(exports()).isEqualTo(70);
        DrawnFiles.bulk(
                file,
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.ingest(input);
        assertThat(exports()).as("another good file replaces it").isEqualTo(12);
    }

    @Test
    void aMovedFileIsReadOnceAndMakesNothingAnew() throws IOException {
        Path file = DrawnFiles.bulk(input.resolve("vnm.gz"), SEVENTY);
        lake.ingest(input);
        Path moved = Files.move(file, input.resolve("moved.gz"));
        assertThat(lake.ingest(input).manifest().work())
                .extracting(work -> work.name())
                .containsExactly("bronze.releases");
        assertThat(lake.ingest(input).manifest().work()).isEmpty();
        lake.forget(moved.getFileName().toString());
        assertThat(lake.read(Flows.TABLE).count()).isZero();
    }
}
