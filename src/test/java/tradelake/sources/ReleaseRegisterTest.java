package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

/** What a user takes out of the lake again, by which name. */
class ReleaseRegisterTest {
    private final ReleaseRegister register = new ReleaseRegister(List.of(
            DrawnRelease.at("file:/in/2019/vnm.gz", "aaaaaaaa1"),
            DrawnRelease.at("file:/in/2020/vnm.gz", "aaaaaaaa2"),
            DrawnRelease.at("file:/in/2020/chn.gz", "bbbbbbbb3")));

    @ParameterizedTest
    @ValueSource(strings = {"vnm.gz", "aaaaaaaa"})
    void aNameOfTwoFilesIsRefusedAndBothStay(String name) {
        assertThatThrownBy(() -> register.forget(name))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "Cannot forget %s: it may mean file:/in/2019/vnm.gz or file:/in/2020/vnm.gz.".formatted(name)
                                + " Give more of the path, or the SHA-256.");
        assertThat(register.releases()).allMatch(Release::isAccepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020/vnm.gz", "file:/in/2020/vnm.gz", "aaaaaaaa2"})
    void aNameOfOneFileTakesItOutAlone(String name) {
        assertThat(register.forget(name)).isEqualTo("file:/in/2020/vnm.gz");
        assertThat(register.releases())
                .filteredOn(Release::isAccepted)
                .extracting(release -> release.facts().path())
                .containsExactly("file:/in/2019/vnm.gz", "file:/in/2020/chn.gz");
    }

    @Test
    void whatIsForgottenNoLongerMakesANameAmbiguous() {
        register.forget("2019/vnm.gz");
        assertThat(register.forget("vnm.gz")).isEqualTo("file:/in/2020/vnm.gz");
        assertThatThrownBy(() -> register.forget("vnm.gz"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no file of this name");
    }
}
