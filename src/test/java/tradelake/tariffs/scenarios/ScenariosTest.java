package tradelake.tariffs.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;
import tradelake.reference.Reference;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.schedule.Rate;
import tradelake.tariffs.schedule.Schedules;

/** The scenarios that come with the program, and how a bad file is refused. */
class ScenariosTest {
    private static final Schedules TARIFFS = new Schedules(Path.of("conf/tariffs"));
    private static final String GOOD =
            """
            name = mine
            title { en = "Mine", zh = "我的" }
            date = 2025-08-31
            importers = [USA]
            models = [smart]
            extra = [
              { importers = [USA], exporters = [CHN], products = ["8507"], rate = 0.1 }
            ]
            """;

    private static Reference reference;
    private static Scenarios scenarios;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        reference = Reference.load();
        Set<String> sets = ElasticitySets.of(Path.of("conf/elasticities")).names();
        scenarios = new Scenarios(Path.of("conf/scenarios"), new ScenarioReader(reference, sets));
    }

    @Test
    void allThatComeWithTheProgramCanBeUsed() {
        assertThat(scenarios.all()).hasSizeGreaterThan(16).allSatisfy(scenario -> {
            for (String importer : scenario.importers())
                if (importer.equals("USA")) rate(scenario.after(), "USA", "CHN", "850760", 0.03);
        });
        assertThat(scenarios.named(Scenarios.STANDARD).after().known()).isEqualTo("2025-08-31");
    }

    @Test
    void ratesOfBatteriesFromChinaByDate() {
        assertThat(battery("us-2024")).isCloseTo(0.1, within(1e-12));
        assertThat(battery("us-2025-04-10")).isCloseTo(0.1 + 1.25 + 0.2, within(1e-12));
        assertThat(battery("us-2025-08-31")).isCloseTo(0.1 + 0.5 * 0.25 + 0.5 * 0.1 + 0.2, within(1e-12));
        assertThat(battery("us-2026-03-15")).isCloseTo(0.1 + 0.5 * 0.25 + 0.5 * 0.1, within(1e-12));
    }

    private static double battery(String scenario) {
        return rate(scenarios.named(scenario).after(), "USA", "CHN", "850760", 0.1)
                .total();
    }

    @Test
    void aReportsRatesAsItStatesThem() {
        Policy stated = scenarios.named("us-as-stated-2025").after();
        assertThat(rate(stated, "USA", "GBR", "100630", 0.02).total()).isCloseTo(0.12, within(1e-12));
        assertThat(rate(stated, "USA", "DEU", "100630", 0.02).total()).isCloseTo(0.17, within(1e-12));
        assertThat(rate(stated, "USA", "VNM", "100630", 0.02).total()).isCloseTo(0.22, within(1e-12));
        assertThat(rate(stated, "USA", "BRA", "870323", 0.02).total()).isCloseTo(0.77, within(1e-12));
        assertThat(rate(stated, "USA", "CHL", "100630", 0.02).total()).isCloseTo(0.12, within(1e-12));
    }

    @Test
    void agoaWithAndWithoutTheRenewal() {
        Scenario lapse = scenarios.named("agoa-lapse-2025-10-01");
        Scenario renewed = scenarios.named("agoa-renewed-2025-10-01");
        assertThat(rate(lapse.before(), "USA", "LSO", "610910", 0.165).total()).isZero();
        assertThat(rate(lapse.after(), "USA", "LSO", "610910", 0.165).total()).isEqualTo(0.165);
        assertThat(rate(renewed.after(), "USA", "LSO", "610910", 0.165).total()).isZero();
    }

    private static Rate rate(Policy policy, String importer, String exporter, String hs6, double base) {
        return policy.scheduleOf(importer, TARIFFS, reference.groups())
                .on(exporter, policy.date(), policy.known())
                .on(hs6, base);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date = 2025-08-31 | date = August | line 3: date = \"August\": it must be a date such as 2025-08-31.",
                "date = 2025-08-31 | x = 1 | line 3: x = 1: it is no key here: use one of ",
                "[smart] | [smrt] | line 5: models = [\"smrt\"]: it must be of smart, gsim, one-sector, multi-sector.",
                "rate = 0.1 | rate = -0.1 | line 7: extra.rate = -0.1: it must be a fraction, nought or more",
                "rate = 0.1 | rat = 0.1 | line 7: extra.rat = 0.1: it is no key here",
                "[CHN] | [CHX] | line 7: extra.exporters = [\"CHX\"]: it holds CHX, which is neither an economy nor a group",
                "\"8507\" | \"850\" | line 7: extra.products = [\"850\"]: it must be HS codes of two, four or six digits",
                "models = [smart] | elasticities = mine | line 5: elasticities = \"mine\": it is no set: use one of ",
                "models = [smart] | closure { one-sector = open } | line 5: closure.one-sector = \"open\": it must be one of additive",
                "date = 2025-08-31 | note = x | line 1: date is missing: add it, such as date = 2025-08-31.",
                "name = mine | name = yours | line 1: name = \"yours\": it must be the file's name without .conf",
            })
    void aBadFileIsRefusedWithLineKeyValueAndRemedy(String good, String bad, String sentence) throws IOException {
        Path file = folder.resolve("mine.conf");
        String text = GOOD.replace(good.strip(), bad.strip());
        assertThat(text).isNotEqualTo(GOOD);
        Files.writeString(file, text);
        assertThatThrownBy(() -> scenarios.named(file.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + " " + sentence.strip());
    }

    @Test
    void aMisspeltNameGetsAHint() {
        assertThatThrownBy(() -> scenarios.named("us-2025-8-31"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Did you mean us-2025-08-31?");
    }
}
