package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Dollars count exactly, whatever a double makes of them. */
class ExactDollarsTest {

    @Test
    void tenths_add_up_and_half_a_micro_dollar_counts_as_one() {
        assertThat(sum(0.1, 0.2)).isEqualTo("0.300000");
        assertThat(sum(0.0000005)).isEqualTo("0.000001");
        assertThat(sum(1.23456789e13, 0.01)).isEqualTo("12345678900000.010000");
        assertThat(sum(9e18, 9e18, 0.5)).isEqualTo("18000000000000000000.500000");
        assertThat(sum(Double.NaN, 1, Double.POSITIVE_INFINITY)).isEqualTo("1.000000");
    }

    @Test
    void more_micro_dollars_than_a_long_holds() {
        ExactDollars dollars = new ExactDollars();
        for (int i = 0; i < 20_000; i++) dollars.add(999_999_999.999999);
        assertThat(dollars.total()).isEqualTo("19999999999999.980000");
    }

    @Property
    void text_of_at_most_15_digits_counts_as_it_was_written(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits) {
        BigDecimal written = BigDecimal.valueOf(digits, 6);
        assertThat(sum(written.doubleValue())).isEqualTo(written.toPlainString());
    }

    @Property
    void any_sum_is_the_sum_of_shortest_decimals(
            @ForAll @Size(max = 20) List<@DoubleRange(max = 1e14) @Scale(8) Double> values) {
        BigDecimal expected = values.stream()
                .map(value -> new BigDecimal(Double.toString(value)).setScale(6, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO.setScale(6), BigDecimal::add);
        ExactDollars dollars = new ExactDollars();
        values.forEach(dollars::add);
        assertThat(dollars.total()).isEqualTo(expected);
    }

    private static String sum(double... values) {
        ExactDollars dollars = new ExactDollars();
        for (double value : values) dollars.add(value);
        return dollars.total().toPlainString();
    }
}
