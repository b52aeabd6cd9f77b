package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    /** The definition, by the road of BigDecimal alone. */
    private static BigDecimal reference(List<Double> values) {
        return values.stream()
                .map(value -> new BigDecimal(Double.toString(value)).setScale(6, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO.setScale(6), BigDecimal::add);
    }

    private static BigDecimal sum(List<Double> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum.total();
    }

    @Property
    void isTheSumOfThePrintedDecimals(@ForAll("dollars") List<Double> values) {
        assertThat(sum(values)).isEqualTo(reference(values));
    }

    @Property
    void isSoForAnyDoubles(@ForAll("anything") List<Double> values) {
        assertThat(sum(values)).isEqualTo(reference(values));
    }

    @Test
    void centsDoNotDrift() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 1_000_000; i++) sum.add(0.1);
        assertThat(sum.total()).isEqualTo("100000.000000");
    }

    @Test
    void hugeValuesDoNotOverflow() {
        assertThat(sum(List.of(9e15, 9e15, 9e18, 1e30, 0.5)))
                .isEqualTo(reference(List.of(9e15, 9e15, 9e18, 1e30, 0.5)));
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 3_000; i++) sum.add(9_007_199_254_740_991.0);
        assertThat(sum.total())
                .isEqualTo(new BigDecimal("9007199254740991")
                        .multiply(new BigDecimal(3_000))
                        .setScale(6));
    }

    @Test
    void theSeventhDecimalIsRoundedHalfUp() {
        assertThat(sum(List.of(0.0000005))).isEqualTo("0.000001");
        assertThat(sum(List.of(0.0000004))).isEqualTo("0.000000");
        assertThat(sum(List.of(1234.5678915))).isEqualTo("1234.567892");
    }

    @Test
    void whatIsNotANumberCountsAsNoDollars() {
        assertThat(sum(List.of(Double.NaN, 1.0, Double.POSITIVE_INFINITY))).isEqualTo("1.000000");
        assertThat(ExactSum.exactly(Double.NaN)).isEqualTo("0.000000");
    }

    @Property
    void textOfAtMost15DigitsCountsAsItWasWritten(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits) {
        BigDecimal written = BigDecimal.valueOf(digits, 6);
        assertThat(sum(List.of(written.doubleValue()))).isEqualTo(written);
        assertThat(ExactSum.exactly(written.doubleValue())).isEqualTo(written);
    }

    @Provide
    Arbitrary<List<Double>> dollars() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 99_999_999_999_999_999L),
                        Arbitraries.integers().between(0, 9))
                .as((digits, decimals) ->
                        new BigDecimal(digits).movePointLeft(decimals).doubleValue())
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Double>> anything() {
        return Arbitraries.doubles().between(-1e25, 1e25).ofScale(12).list().ofMaxSize(20);
    }
}
