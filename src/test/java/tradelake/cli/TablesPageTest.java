package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Settings;
import tradelake.lake.Table;

/** The pages of tables and the picture of their lineage say what the code declares. */
class TablesPageTest {
    private static final Catalog CATALOG = TradelakeCatalog.declared(Settings.defaults());

    @Test
    void thePageIsTheDeclarationsInEnglish() throws IOException {
        isWritten("tables.md", new Dictionary(CATALOG, Language.EN).page());
    }

    @Test
    void thePageIsTheDeclarationsInChinese() throws IOException {
        isWritten("tables.zh.md", new Dictionary(CATALOG, Language.ZH).page());
    }

    @Test
    void thePictureIsTheDeclaredInputs() throws IOException {
        isWritten("lineage.svg", new LineagePicture(new Lineage(CATALOG)).svg());
    }

    private static void isWritten(String name, String now) throws IOException {
        Path page = Path.of("docs", name);
        String before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(page, now);
        assertThat(before)
                .as(page + " was stale and is now rewritten: commit it")
                .isEqualTo(now);
    }

    /** A name, a symbol or a formula may be the same in both; a sentence may not. */
    @Test
    void everythingIsSaidInChinese() {
        for (Table table : CATALOG.tables()) {
            assertThat(table.meaning().zh()).as(table.name()).matches(".*\\p{IsHan}.*");
            for (Field<?> field : table.fields())
                if (!field.meaning().zh().equals(field.meaning().en()))
                    assertThat(field.meaning().zh()).as(table + "." + field).matches(".*\\p{IsHan}.*");
                else assertThat(field.meaning().en()).as(table + "." + field).matches("[a-z_0-9 ()+*/-]+");
        }
    }

    /** Each step stands right of all it reads from, and every declared input is a curve. */
    @Test
    void theLineageRunsOneWay() {
        Lineage lineage = new Lineage(CATALOG);
        lineage.ranks()
                .forEach((rank, works) ->
                        works.forEach(work -> assertThat(lineage.before(work)).allSatisfy(before -> assertThat(
                                        lineage.ranks().headMap(rank).values())
                                .anySatisfy(left -> assertThat(left).contains(before)))));
        assertThat(lineage.madeFrom(CATALOG.table("gold.effective_tariffs").orElseThrow()))
                .isEqualTo(List.of("gold.applied_tariffs"));
        assertThat(lineage.readBy(CATALOG.table("silver.bilateral").orElseThrow()))
                .isEqualTo(List.of(
                        "gold.regional_shares",
                        "gold.reconciliation",
                        "gold.partner_shares",
                        "gold.gravity_models",
                        "gold.gravity_estimates",
                        "gold.rcep_event_study",
                        "gold.scenario_bilateral",
                        "gold.scenario_country"));
    }
}
