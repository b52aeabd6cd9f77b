package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    /** Digits, decimals and powers of ten far beyond those in trade data. */
    @Property(tries = 1_000)
    void isTheDoubleThatJavaReads(@ForAll("decimals") String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property(tries = 1_000)
    void readsBackEveryDouble(@ForAll double value) {
        assertThat(parse(Double.toString(value))).isEqualTo(value);
    }

    /** The texts that files hold, in number: up to 20 digits, the point anywhere. */
    @Test
    void isTheDoubleThatJavaReadsManyTimes() {
        Random random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong() >>> random.nextInt(64);
            String text = new BigDecimal(BigInteger.valueOf(digits), random.nextInt(12)).toPlainString();
            if (parse(text) != Double.parseDouble(text))
                assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "1.",
                ".5",
                "12345678901234567",
                "9007199254740993",
                "0.1",
                "1e22",
                "1e23",
                "1E-22",
                "123456789012345678e-5",
                "1.7976931348623157E308",
                "4.9E-324",
                "1e400",
                "00012.50",
                "6804128143",
                "1.5E9"
            })
    void readsPlainAndScientific(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "Infinity",
                "1d",
                "0x1p3",
                "",
                "-",
                ".",
                "1,000",
                "1 000",
                "1e",
                "1e+",
                "e5",
                "--1",
                "12a",
                "1.2.3",
                "٣"
            })
    void refusesOtherText(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22);
        Arbitrary<String> decimals =
                Arbitraries.strings().numeric().ofMaxLength(12).map(d -> d.isEmpty() ? "" : "." + d);
        Arbitrary<String> exponents = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.integers().between(-330, 330).map(power -> "E" + power)),
                Tuple.of(1, Arbitraries.integers().between(0, 25).map(power -> "e+" + power)));
        return Combinators.combine(Arbitraries.of("", "-", "+"), whole, decimals, exponents)
                .as((sign, digits, fraction, power) -> sign + digits + fraction + power);
    }

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(UTF_8);
        return DecimalText.parse(bytes, 1, bytes.length - 1);
    }
}
