package tradelake.tariffs.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.tariffs.scenarios.ScenarioReader;
import tradelake.tariffs.schedule.Schedules;

/** Schedules of two importers side by side, one answering the other: drawn folders, loaded as those of the program are. */
class SecondImporterTest {
    private static final String HEADER =
            "measure,layer,authority,countries,scope,kind,rate,exempt,yields_to,effective_from,"
                    + "effective_to,known_on,end_known_on,applied,legal_status,source,confidence\n";

    @TempDir
    Path folder;

    private Schedules law;

    @BeforeEach
    void write() throws IOException {
        schedule(
                "usa",
                "U1,reciprocal,emergency,CHN,all,add,0.34,,,2025-04-09,2025-05-13,2025-04-02,2025-05-12,1,ended,me,high\n");
        schedule(
                "chn",
                """
                C1,answer,countermeasures,USA,all,add,0.34,,,2025-04-10,,2025-04-04,,1,in force,me,high
                C2,answer,countermeasures,USA,all,add,0.10,,,2025-05-14,,2025-05-13,,1,in force,me,high
                C3,farm,countermeasures,USA,hs:1201,add,0.10,,,2025-03-10,,2025-03-04,,1,in force,me,high
                """);
        Files.writeString(folder.resolve("chn/base.csv"), "hs6,exporter,rate\n120190,*,0.03\n870323,*,0.15\n");
        law = new Schedules(folder);
    }

    private void schedule(String importer, String measures) throws IOException {
        Files.createDirectories(folder.resolve(importer));
        Files.writeString(folder.resolve(importer).resolve("measures.csv"), HEADER + measures);
    }

    private List<Case> cases(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".conf");
        Files.writeString(
                file, "name = %s\ntitle { en = x, zh = x }\nimporters = [CHN, USA]\n%s\n".formatted(name, text));
        return Case.of(
                new ScenarioReader(DrawnStudy.REFERENCE, Set.of("standard")).read(file), law, DrawnStudy.REFERENCE);
    }

    private static void assertRate(Case importer, String exporter, String hs6, double total) {
        assertThat(importer.after(exporter, hs6).total())
                .as(importer.importer())
                .isCloseTo(total, within(1e-12));
    }

    @Test
    void eachHasItsOwnBaseRatesMeasuresAndDays() throws IOException {
        List<Case> april = cases("april", "date = 2025-04-15");
        assertThat(april).extracting(Case::importer).containsExactly("CHN", "USA");
        assertRate(april.get(0), "USA", "120190", 0.03 + 0.34 + 0.10);
        assertRate(april.get(0), "USA", "870323", 0.15 + 0.34);
        assertRate(april.get(0), "BRA", "120190", 0.03);
        assertRate(april.get(1), "CHN", "870323", 0.34);
        List<Case> june = cases("june", "date = 2025-06-01");
        assertRate(june.get(0), "USA", "870323", 0.15 + 0.10);
        assertRate(june.get(1), "CHN", "870323", 0);
    }

    /** A name that is one importer's alone switches that one's measures; the other is left as it is. */
    @Test
    void whatIsSwitchedOffNeedNotBeInBoth() throws IOException {
        List<Case> alone = cases("alone", "date = 2025-04-15\nmeasures { off = [countermeasures] }");
        assertRate(alone.get(0), "USA", "120190", 0.03);
        assertRate(alone.get(1), "CHN", "870323", 0.34);
        assertThatThrownBy(() -> cases("none", "date = 2025-04-15\nmeasures { off = [IEEPA] }"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No measure, layer or authority of CHN, USA is named 'IEEPA'");
    }

    /** A layer of the user's own goes on top of either schedule. */
    @Test
    void supposedLayersStackOnBoth() throws IOException {
        List<Case> more = cases(
                "more",
                "date = 2025-04-15\nextra = [{ importers = [CHN, USA], exporters = [CHN, USA], products = [\"8703\"], rate = 0.01 }]");
        assertRate(more.get(0), "USA", "870323", 0.15 + 0.34 + 0.01);
        assertRate(more.get(1), "CHN", "870323", 0.34 + 0.01);
        assertRate(more.get(0), "JPN", "870323", 0.15);
    }
}
