package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void everyDefaultReadsAsWhatItIs() {
        Settings settings = Settings.defaults();
        assertThat(settings.years("years")).isEqualTo(new Years(2010, 2024));
        assertThat(settings.flag("raw.keep")).isTrue();
        assertThat(settings.number("residual.tolerance")).isEqualTo(1e-6);
        assertThat(settings.integer("extracts.chapters-for-total")).isEqualTo(90);
        assertThat(settings.date("membership.fixed-on")).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(settings.monthDay("membership.in-force-day")).isEqualTo(MonthDay.of(7, 1));
        assertThat(settings.list("pairs.groups")).startsWith("RCEP", "ASEAN");
        assertThat(settings.duration("lock.expiry")).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.changed()).isEmpty();
    }

    @Test
    void everySettingHasAMeaning() {
        assertThat(Settings.defaults().all()).isNotEmpty().allSatisfy(setting -> assertThat(setting.meaning())
                .as(setting.key())
                .hasSizeGreaterThan(20)
                .endsWith("."));
    }

    @Test
    void theFileWinsOverTheDefaultAndTheOverrideOverTheFile() throws IOException {
        Path file = write("years = \"2008-2013\"\nmirror { cif-factor = 1.1 }\n");
        Settings settings = Settings.read(Optional.of(file), List.of("mirror.cif-factor=1.2"));
        assertThat(settings.years("years")).isEqualTo(new Years(2008, 2013));
        assertThat(settings.number("mirror.cif-factor")).isEqualTo(1.2);
        assertThat(settings.changed())
                .extracting(Setting::toString)
                .containsExactly("years = 2008-2013 (%s:1)".formatted(file), "mirror.cif-factor = 1.2 (--set)");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheNearestKnownKey() throws IOException {
        Path file = write("raw.keep = false\nmirror.cif-facter = 1.1\n");
        assertThatThrownBy(() -> Settings.read(Optional.of(file), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "Unknown setting mirror.cif-facter (%s:2). Did you mean mirror.cif-factor?"
                                + " All settings are in docs/settings.md.",
                        file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "years=2013-2008             | years from 2013-2008 | years such as 2010-2024",
                "years=now                   | years = now          | years such as 2010-2024",
                "raw.keep=perhaps            | raw.keep = perhaps   | true or false",
                "residual.tolerance=1%       | = 1%                 | a number",
                "lock.expiry=soon            | lock.expiry = soon   | a duration such as 90s, 10m or 2h",
                "membership.fixed-on=2024-13-01 | = 2024-13-01      | a date such as 2024-12-31",
                "membership.in-force-day=7 July | = 7 July          | a month and day such as 07-01",
                "years=[2010, 2011]          | years = 2010, 2011   | years such as 2010-2024",
            })
    void aValueOfTheWrongKindIsRefusedWithKeyValueAndWhatIsExpected(String override, String value, String expected) {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), List.of(override)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(value.replace("years from", "years ="))
                .hasMessageEndingWith("(--set): it must be " + expected + ".");
    }

    @Test
    void listsMayBeGivenWithCommasAlone() {
        assertThat(Settings.read(Optional.empty(), List.of("pairs.groups=RCEP, EU27_2020"))
                        .list("pairs.groups"))
                .containsExactly("RCEP", "EU27_2020");
        assertThat(Settings.read(Optional.empty(), List.of("pairs.groups=[\"RCEP\"]"))
                        .list("pairs.groups"))
                .containsExactly("RCEP");
        assertThat(Settings.read(Optional.empty(), List.of("pairs.groups=")).list("pairs.groups"))
                .isEmpty();
    }

    @Test
    void sparksKeysPassThroughAsTheyAre() throws IOException {
        Path file = write("spark.sql.shuffle.partitions = 8\n\"spark.speculation\" = true\n"
                + "spark.speculation.interval = 100ms\nspark.hadoop.fs.s3a.secret.key = ${PATH}\n");
        Settings settings = Settings.read(Optional.of(file), List.of("spark.sql.shuffle.partitions=4"));
        assertThat(settings.spark())
                .containsEntry("spark.sql.shuffle.partitions", "4")
                .containsEntry("spark.speculation", "true")
                .containsEntry("spark.speculation.interval", "100ms")
                .containsEntry("spark.hadoop.fs.s3a.secret.key", System.getenv("PATH"));
    }

    @Test
    void aMissingOrBrokenFileIsOneSentence() throws IOException {
        assertThatThrownBy(() -> Settings.read(Optional.of(folder.resolve("none.conf")), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Cannot read the settings file")
                .hasMessageContaining("none.conf");
        Path broken = write("years = \"2010-2024\"\nraw { keep = \n");
        assertThatThrownBy(() -> Settings.read(Optional.of(broken), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("broken.conf".replace("broken", "tradelake"))
                .hasMessageNotContaining("\n");
    }

    @Test
    void anOverrideWithoutAnEqualsSignIsRefused() {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), List.of("years")))
                .isInstanceOf(BadInput.class)
                .hasMessage("Cannot read --set years: write --set key=value.");
    }

    @Test
    void theFingerprintFollowsTheValueNotItsSpelling() {
        List<String> keys = List.of("residual.tolerance", "lock.expiry", "years");
        String standard = Settings.defaults().fingerprintOf(keys);
        assertThat(with("residual.tolerance=0.000001", "lock.expiry=600s").fingerprintOf(keys))
                .isEqualTo(standard);
        assertThat(with("residual.tolerance=0.00001").fingerprintOf(keys)).isNotEqualTo(standard);
        assertThat(with("raw.keep=false").fingerprintOf(keys)).isEqualTo(standard);
    }

    @Test
    void theOwnerOfARangeRefusesInTheSameWords() {
        assertThat(with("mirror.cif-factor=0").refuse("mirror.cif-factor", "above 0"))
                .hasMessage("Cannot use mirror.cif-factor = 0 (--set): it must be above 0.");
    }

    @Test
    void aNumberBeyondIntegersIsRefused() {
        assertThatThrownBy(() -> with("extracts.chapters-for-total=99999999999").integer("extracts.chapters-for-total"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("= 99999999999 (--set)");
    }

    private static Settings with(String... overrides) {
        return Settings.read(Optional.empty(), List.of(overrides));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("tradelake.conf"), text);
    }
}
