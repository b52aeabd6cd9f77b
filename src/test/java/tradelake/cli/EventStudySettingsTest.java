package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;
import tradelake.lake.Settings;

/** Economies that settings name must be known ones. */
class EventStudySettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "event-study.controls-a=[JPN-DUE]",
                "event-study.controls-b=[DUE-BRA]",
                "event-study.placebo-members=[DUE,FRA]"
            })
    void aMisspeltEconomyIsRefusedByTheNameOfTheSetting(String setting) {
        Settings settings = Settings.read(Optional.empty(), List.of(setting));
        assertThatThrownBy(() -> TradelakeCatalog.declared(settings))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot use " + setting.substring(0, setting.indexOf('=')))
                .hasMessageContaining("DUE")
                .hasMessageContaining("known economies");
    }
}
