package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {
    @Test
    void bothEndsBelong() {
        Years years = Years.parse(" 2010 - 2024 ");
        assertThat(years.count()).isEqualTo(15);
        assertThat(years.contains(2010)).isTrue();
        assertThat(years.contains(2024)).isTrue();
        assertThat(years.contains(2025)).isFalse();
        assertThat(years.stream().boxed()).startsWith(2010).endsWith(2024).hasSize(15);
    }

    @Test
    void oneYearIsEnough() {
        assertThat(Years.parse("2013")).isEqualTo(new Years(2013, 2013)).hasToString("2013-2013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10-24", "2010-", "2010/2024", "2024-2010", "2010-2011-2012"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Years.parse(text)).isInstanceOf(BadInput.class).hasMessageContaining("Cannot");
    }
}
