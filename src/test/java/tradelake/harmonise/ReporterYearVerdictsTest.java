package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.CheckFailed;

/** Rows are counted where they arrive: one too few or too many ends the run, with the place said. */
class ReporterYearVerdictsTest {
    private static final ReporterYear PLACE = new ReporterYear(2019, 704);

    private static List<Row> verdicts(int expected, List<Row> rows) {
        ReleaseFacts release = new ReleaseFacts(
                0,
                "A",
                ReleaseFacts.Kind.EXTRACT,
                LocalDate.of(2021, 1, 1),
                List.of(new ReleaseFacts.Dataset(
                        "A",
                        "H5",
                        ReleaseFacts.Origin.ORIGINAL,
                        expected,
                        new TreeSet<>(Set.of(PublishedRow.ALL_YEAR)))));
        List<Row> out = new ArrayList<>();
        ReporterYearVerdicts verdicts =
                new ReporterYearVerdicts(PLACE, List.of(release), AdditiveSettings.in(year -> true), out::add);
        rows.forEach(verdicts::take);
        verdicts.finish();
        return out;
    }

    private static List<Row> rows(int count, double value) {
        return IntStream.range(0, count).mapToObj(i -> row(i, value)).toList();
    }

    private static Row row(int line, double value) {
        return RowFactory.create(
                2019,
                704,
                "A",
                line + 1L,
                null,
                null,
                null,
                null,
                null,
                "C",
                "A",
                "X",
                100 + line,
                0,
                "H5",
                "850440",
                "C00",
                "0",
                0,
                value,
                null,
                null,
                null,
                null,
                null,
                52,
                "850440");
    }

    @Test
    void asManyAsTheFirstPassCounted() {
        assertThat(verdicts(3, rows(3, 10)))
                .filteredOn(row -> row.getString(0).equals(Flows.TABLE.name()))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void oneLostOrDoubledEndsTheRun(int arrived) {
        assertThatThrownBy(() -> verdicts(3, rows(arrived, 10)))
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("of the 3 rows of reporter 704 in 2019")
                .hasMessageContaining("%d arrived".formatted(arrived));
    }

    @Test
    void refusedRowsAreAFinding() {
        assertThat(verdicts(2, rows(2, -1))).anySatisfy(row -> assertThat(row.mkString(" "))
                .contains("quarantined")
                .contains("Reporter 704 in 2019: unusable_value"));
    }
}
