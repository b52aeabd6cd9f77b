package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

class FormulaTest {
    private static final Frame FRAME = Frames.drawn(
            """
            trade dist year treat exporter importer
            1     10   2018 0     CHN      VNM
            2     20   2019 1     VNM      CHN
            3     30   2020 1     CHN      CHN
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade ~ log(dist) + rta | exporter^year + importer^year",
                "trade ~ 1 | exporter",
                "trade ~ i(year, ref=2019):treat",
                "trade ~ rta:log1p(tariff) | a^b^c + d"
            })
    void what_it_reads_it_writes(String text) {
        assertThat(Formula.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trade                | Cannot read the formula",
                "a ~ b ~ c            | Cannot read the formula",
                "y ~ x + sqrt(z)      | Unknown function 'sqrt'",
                "y ~ x +              | Cannot read ''",
                "y ~ 2x               | Cannot read '2x'",
                "i(y) ~ x             | not a number"
            })
    void what_it_cannot_read_it_names(String text, String message) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void more_than_one_bar_is_too_many() {
        assertThatThrownBy(() -> Formula.parse("y ~ x | a | b")).hasMessageContaining("more than one bar");
    }

    @Test
    void indicators_leave_out_the_reference() {
        Design design = Design.of(FRAME, Specification.of("trade ~ i(year, ref=2019):treat | exporter"));
        assertThat(design.regressors())
                .extracting(Regressor::name)
                .containsExactly("year::2018:treat", "year::2020:treat");
        assertThat(design.regressors().get(1).values()).containsExactly(0, 0, 1);
    }

    @Test
    void a_column_of_texts_is_indicators() {
        assertThat(Design.of(FRAME, Specification.of("trade ~ exporter")).regressors())
                .extracting(Regressor::name)
                .containsExactly("_cons", "exporter::CHN", "exporter::VNM");
    }

    @Test
    void a_reference_that_does_not_occur_is_refused() {
        assertThatThrownBy(() -> Design.of(FRAME, Specification.of("trade ~ i(year, ref=2017)")))
                .hasMessageContaining("'year' has no level '2017'");
    }

    @Test
    void pairs_are_directed_or_symmetric() {
        assertThat(levels("exporter^importer")).containsExactly("CHN^CHN", "CHN^VNM", "VNM^CHN");
        assertThat(levels("symmetric(exporter, importer)")).containsExactly("CHN^CHN", "CHN^VNM");
    }

    private static List<String> levels(String grouping) {
        Levels levels = Grouping.parse(grouping).get(0).in(FRAME).levels();
        return IntStream.range(0, levels.size()).mapToObj(levels::name).toList();
    }
}
