package tradelake.lake.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "24, 24",
        "9999, '9,999'",
        "10000, 10.0k",
        "41234567, 41.2M",
        "999499, 999k",
        "999500, 1.0M",
        "281234, 281k",
        "670901897565, 671G",
        "-41234567, -41.2M"
    })
    void countsAreShort(long rows, String text) {
        assertThat(Human.count(rows)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0s",
        "0.44, 0.4s",
        "9.94, 9.9s",
        "9.96, 10s",
        "59.4, 59s",
        "59.6, 1m00s",
        "192, 3m12s",
        "7500, 2h05m"
    })
    void durationsAreShort(double seconds, String text) {
        assertThat(Human.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KB", "1610612736, 1.5 GB"})
    void bytesAreShort(long bytes, String text) {
        assertThat(Human.bytes(bytes)).isEqualTo(text);
    }
}
