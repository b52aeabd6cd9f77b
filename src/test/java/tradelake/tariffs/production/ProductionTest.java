package tradelake.tariffs.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;

/** Sales at home from plain files and from files in the publishers' layouts, drawn here. */
class ProductionTest {
    private static final Path CONF = Path.of("conf/production");
    private static final Offset<Double> EXACT = within(1e-12);

    /** Release 2: thirteen columns, names with commas in quotes, million USD. */
    private static final String ITPDE =
            """
            exporter_iso3,exporter_dynamic_code,exporter_name,importer_iso3,importer_dynamic_code,importer_name,year,industry_id,industry_descr,broad_sector,trade,flag_mirror,flag_zero
            CHN,CHN,China,CHN,CHN,China,2018,1,Wheat,Agriculture,9,0,p
            CHN,CHN,China,CHN,CHN,China,2019,1,Wheat,Agriculture,10,0,p
            CHN,CHN,China,CHN,CHN,China,2019,2,Rice (raw),Agriculture,5.5,0,p
            CHN,CHN,China,CHN,CHN,China,2019,64,Footwear,Manufacturing,3,0,p
            CHN,CHN,China,CHN,CHN,China,2019,63,"Luggage, handbags, etc.; saddlery & harness",Manufacturing,NA,0,p
            CHN,CHN,China,USA,USA,United States,2019,64,Footwear,Manufacturing,700,0,p
            CHN,CHN,China,CHN,CHN,China,2019,156,Transport,Services,99,0,p
            USA,USA,United States,USA,USA,United States,2019,1,Wheat,Agriculture,20,0,p
            USA,USA,United States,USA,USA,United States,2019,64,Footwear,Manufacturing,4,0,p
            USA,USA,United States,USA,USA,United States,2019,121,Weapons and ammunition,Manufacturing,6,0,p
            TUV,TUV,Tuvalu,TUV,TUV,Tuvalu,2019,1,Wheat,Agriculture,1,0,p
            """;

    /** Goods are one industry of food (two codes, China in two parts) and one of cars; H is a service. */
    private static final String ICIO =
            """
            V1,CN1_A01,CN2_A01,CN1_C29,JPN_A01,JPN_C29,JPN_H49,CN1_HFCE,JPN_HFCE,ROW_HFCE,OUT
            CN1_A01,1,2,3,0,4,7,20,5,1,43
            CN2_A01,1,0,0,0,0,0,9,0,0,10
            CN1_C29,0,0,8,0,2,1,30,6,2,49
            JPN_A01,0,0,0,2,1,0,0,40,3,46
            JPN_C29,5,0,4,1,6,2,10,50,9,87
            JPN_H49,6,0,6,3,3,0,1,60,0,79
            TLS,0,0,1,0,1,0,0,0,0,2
            VA,30,8,27,40,70,69,0,0,0,244
            OUT,43,10,49,46,87,79,70,161,15,0
            """;

    private static final String INDUSTRIES =
            """
            industry,product,sections
            A01,food,S01 S02
            C29,cars,S17
            """;

    @TempDir
    Path folder;

    private ProductionFolder write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return new ProductionFolder(folder, CONF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHN,S01,0,1 | line 2: home_sales_usd '0' must be above nought",
                "CHN,S01,5,1; CHN,S01,5,1 | line 3: product 'S01' stands twice",
                "CHN,S01,5,1; USA,S02,5,1 | has no line for S02 in CHN",
            })
    void salesThatCannotBeUsedAreRefused(String lines, String sentence) throws IOException {
        ProductionFolder plain = write(
                ProductionFolder.SALES,
                "economy,product,home_sales_usd,value_added_share\n"
                        + lines.strip().replace("; ", "\n") + "\n");
        assertThatThrownBy(() -> plain.read(2024)).isInstanceOf(BadInput.class).hasMessageContaining(sentence.strip());
    }

    /** What the sample carries: inputs of every section add up, and links are used. */
    @Test
    void theSamplesProductionCanBeUsed() {
        ProductionFolder sample = new ProductionFolder(Path.of("data-samples", "_production"), CONF);
        assertThat(sample.isSynthetic()).isTrue();
        Production production = sample.read(2024);
        assertThat(production.economies()).contains("USA", "CHN", "VNM");
        assertThat(production.productOf("S16")).isEqualTo("S16");
        for (String using : production.products()) {
            assertThat(production.products().stream()
                            .mapToDouble(input -> production.input("CHN", input, using))
                            .sum())
                    .isCloseTo(1, within(1e-4));
            assertThat(production.valueAdded("CHN", using)).isBetween(0.3, 0.7);
        }
    }

    /** Trade with others and services do not count, nor earlier years; millions become dollars. */
    @Test
    void itpdeIsReadAsPublished() throws IOException {
        Production production = write("ITPD_E_R02.csv", ITPDE).read(2024);
        assertThat(production.year()).hasValue(2019);
        assertThat(production.economies()).containsExactly("CHN", "USA");
        assertThat(production.products()).containsExactly("S02", "S12");
        assertThat(production.sales("CHN", "S02")).isEqualTo(15.5e6);
        assertThat(production.sales("CHN", "S12")).isEqualTo(3e6);
        assertThat(production.sales("USA")).isEqualTo(24e6);
        assertThat(production.valueAdded("USA", "S12")).isEqualTo(1);
        assertThat(production.leftOut()).containsExactly("the products S19", "the economies TUV");
        assertThat(write("ITPD_E_R02.csv", "\uFEFF" + ITPDE).read(2018).sales("CHN", "S02"))
                .isEqualTo(9e6);
    }

    @Test
    void icioIsReadAsPublished() throws IOException {
        Path industries = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(industries.resolve("icio.csv"), INDUSTRIES);
        Files.writeString(folder.resolve("2022_SML.csv"), ICIO);
        Production production = new ProductionFolder(folder, industries).read(2024);
        assertThat(production.economies()).containsExactly("CHN", "JPN");
        assertThat(production.productOf("S02")).isEqualTo("food");
        assertThat(production.sales("CHN", "food")).isEqualTo((1 + 2 + 3 + 20 + 1 + 9) * 1e6);
        assertThat(production.sales("CHN", "cars")).isEqualTo((8 + 30) * 1e6);
        assertThat(production.sales("JPN", "cars")).isEqualTo((1 + 6 + 2 + 50) * 1e6);
        // China's food: inputs 1 + 2 + 1 of food and 5 of cars out of 53; what it buys of services is value added here.
        assertThat(production.valueAdded("CHN", "food")).isCloseTo(1 - 9.0 / 53, EXACT);
        assertThat(production.input("CHN", "cars", "food")).isCloseTo(5.0 / 9, EXACT);
        assertThat(production.input("CHN", "food", "food")).isCloseTo(4.0 / 9, EXACT);
        assertThat(production.valueAdded("JPN", "cars")).isCloseTo(1 - (4 + 2 + 1 + 6) / 87.0, EXACT);
        assertThat(production.input("JPN", "food", "cars")).isCloseTo(5.0 / 13, EXACT);
    }

    /** Both publishers' goods, and every section of HS at most once. */
    @Test
    void theTablesOfIndustriesCoverTheSections() {
        Industries icio = Industries.of(CONF, "icio.csv"), itpde = Industries.of(CONF, "itpde.csv");
        assertThat(icio.bySection()).hasSize(21);
        assertThat(itpde.bySection()).hasSize(20).doesNotContainKey("S21");
        assertThat(icio.product("C13T15")).hasValue("S08+S11+S12");
        assertThat(icio.product("H49")).isEmpty();
        assertThat(itpde.product("WEARING APPAREL, except fur apparel")).hasValue("S11");
        assertThat(itpde.product("Travel")).hasValue("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Footwear | Shoes | has the industry 'Shoes', of which conf/production/itpde.csv does not say which HS section it is",
                "exporter_iso3 | exporter | is neither ITPD-E nor ICIO by its columns",
                "Agriculture,1,0,p | Agriculture,1,0,p,7 | line 12: has 14 cells where the header has 13",
            })
    void aPublishedFileThatCannotBeUsedIsRefused(String good, String bad, String sentence) throws IOException {
        ProductionFolder drawn = write("itpd.csv", ITPDE.replace(good.strip(), bad.strip()));
        assertThatThrownBy(() -> drawn.read(2024)).isInstanceOf(BadInput.class).hasMessageContaining(sentence.strip());
    }

    @Test
    void twoFilesWouldBeAGuess() throws IOException {
        write("a.csv", ITPDE);
        ProductionFolder two = write("b.csv", ICIO);
        assertThatThrownBy(() -> two.read(2024))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds a.csv and b.csv: keep one file");
        assertThat(new ProductionFolder(folder.resolve("none"), CONF).isThere()).isFalse();
    }

    @Test
    void codesOfAnotherEditionAreNoticed() throws IOException {
        ProductionFolder other = write("icio.csv", ICIO);
        assertThatThrownBy(() -> other.read(2024))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no output of S05: its industries have other codes");
    }
}
