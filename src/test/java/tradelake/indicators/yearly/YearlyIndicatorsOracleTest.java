package tradelake.indicators.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tradelake.OracleFile.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tradelake.OracleFile;
import tradelake.indicators.Basis;
import tradelake.lake.Field;
import tradelake.reference.Reference;

/** The same five economies, through the code that makes the tables: each column beside its exact value. */
class YearlyIndicatorsOracleTest {
    private static final List<String> ECONOMIES = List.of("CHN", "JPN", "THA", "USA", "VNM");
    private static final List<String> CHAPTERS = List.of("01", "27", "61", "85");

    /** Where an indicator stands: table, other parts of the key ({a}, {b}, {k}), column, what it is published times. */
    private record Place(String table, String key, String column, double times) {}

    private static final Map<String, Place> PLACES = new HashMap<>();

    static {
        place("RCA_balassa", "revealed_advantage", "{a} X {k}", "rca", 1);
        place("RCA_excl_self", "revealed_advantage", "{a} X {k}", "rca_excluding_self", 1);
        place("RSCA", "revealed_advantage", "{a} X {k}", "rca_symmetric", 1);
        place("NRCA", "revealed_advantage", "{a} X {k}", "rca_normalised", 1);
        place("RMA", "revealed_advantage", "{a} M {k}", "rca", 1);
        place("TII_wits", "trade_intensity", "{a} {b}", "intensity", 1);
        place("TII_adjusted", "trade_intensity", "{a} {b}", "intensity_adjusted", 1);
        place("share_of_exports", "trade_intensity", "{a} {b}", "share_of_exports", 1);
        place("EM_bilateral", "trade_intensity", "{a} {b}", "extensive_margin", 1);
        place("TCI_michaely", "complementarity", "{a} {b}", "complementarity", 100);
        place("ESI_finger_kreinin", "export_similarity", "{a} {b}", "similarity", 100);
        place("GL_product", "intra_industry", "{a} WLD {k}", "grubel_lloyd", 1);
        place("TBI_lafay_simple", "intra_industry", "{a} WLD {k}", "balance", 1);
        place("GL_aggregate", "intra_industry", "{a} WLD TOTAL", "grubel_lloyd", 1);
        place("GL_aggregate_corrected", "intra_industry", "{a} WLD TOTAL", "grubel_lloyd_corrected", 1);
        place("GL_bilateral", "intra_industry", "{a} {b} TOTAL", "grubel_lloyd", 1);
        place("HHI_markets", "concentration", "{a} X markets", "hhi", 1);
        place("HHI_markets_normalized", "concentration", "{a} X markets", "hhi_normalised", 1);
        place("HHI_products", "concentration", "{a} X products", "hhi", 1);
        place("HHI_products_normalized", "concentration", "{a} X products", "hhi_normalised", 1);
        place("theil_products", "concentration", "{a} X products", "theil", 1);
        place("EM_hummels_klenow", "concentration", "{a} X products", "extensive_margin", 1);
        place("IM_hummels_klenow", "concentration", "{a} X products", "intensive_margin", 1);
        place("intra_share_exports", "introversion", "{a}", "share_of_exports", 1);
        place("intra_share_imports", "introversion", "{a}", "share_of_imports", 1);
        place("intra_share_trade", "introversion", "{a}", "share_of_trade", 1);
        place("intra_intensity_ARIC", "introversion", "{a}", "intensity", 1);
        place("HI_homogeneous_intensity", "introversion", "{a}", "homogeneous_intensity", 1);
        place("HE_extra_intensity", "introversion", "{a}", "extra_intensity", 1);
        place("introversion_iapadre", "introversion", "{a}", "introversion", 1);
        place("CMS_world", "growth_decomposition", "{a}", "world_effect_usd", 1);
        place("CMS_commodity", "growth_decomposition", "{a}", "commodity_effect_usd", 1);
        place("CMS_market", "growth_decomposition", "{a}", "market_effect_usd", 1);
        place("CMS_competitiveness", "growth_decomposition", "{a}", "competitiveness_effect_usd", 1);
        place("CMS_total", "growth_decomposition", "{a}", "change_usd", 1);
        place("margin_entry", "growth_decomposition", "{a}", "entry_usd", 1);
        place("margin_exit", "growth_decomposition", "{a}", "exit_usd", 1);
        place("margin_intensive", "growth_decomposition", "{a}", "continuing_usd", 1);
    }

    @Test
    void everyColumnIsTheExactValue() {
        Map<String, Map<String, Double>> tables = Map.of("2019", tables(2019), "2023", tables(2023));
        int compared = 0;
        for (Map<String, String> line : OracleFile.lines("indicators/expected.csv")) {
            Place place = PLACES.get(line.get("indicator"));
            if (place == null) continue;
            String key = place.key
                    .replace("{a}", line.get("a"))
                    .replace("{b}", line.get("b"))
                    .replace(
                            "{k}",
                            line.get("hs4").isEmpty() ? "" : line.get("hs4").substring(0, 2));
            Double actual = tables.get(line.get("year")).get(place.table + " " + key + " " + place.column);
            double expected = number(line, "value") / place.times;
            if (actual == null) assertThat(expected).as("not traded: " + line).isIn(0.0, -1.0);
            else if (Double.isNaN(expected))
                assertThat(actual).as(line.toString()).isNaN();
            else
                assertThat(actual)
                        .as(line.toString())
                        .isCloseTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1e-3)));
            compared++;
        }
        assertThat(compared).isEqualTo(710);
    }

    /** Numbers of all tables of a year, by table, key and column. */
    private static Map<String, Double> tables(int year) {
        Panels panels = new Panels(CHAPTERS, new TreeSet<>(ECONOMIES));
        for (Map<String, String> line : OracleFile.lines("indicators/input.csv")) {
            int of = Integer.parseInt(line.get("year"));
            if (of > year) continue;
            String exporter = line.get("exporter"), importer = line.get("importer");
            String chapter = line.get("hs4").substring(0, 2);
            panels.add(of < year, "X", exporter, importer, chapter, number(line, "value"), false);
            panels.add(of < year, "M", importer, exporter, chapter, number(line, "value"), false);
        }
        Map<String, Double> numbers = new TreeMap<>();
        for (YearlyIndicator indicator : indicators())
            indicator
                    .of(panels.of(Basis.AS_REPORTED, false), panels.of(Basis.AS_REPORTED, true))
                    .forEach(cells -> {
                        for (Field<Double> measure : indicator.measures())
                            numbers.put(
                                    indicator.table().name().replace("gold.", "") + " " + String.join(" ", cells.key())
                                            + " " + measure,
                                    cells.values()[indicator.measures().indexOf(measure)]);
                    });
        return numbers;
    }

    private static List<YearlyIndicator> indicators() {
        List<YearlyIndicator> indicators = new ArrayList<>(
                new YearlyIndicators(Reference.load(), ECONOMIES, List.of(), LocalDate.of(2024, 12, 31)).indicators());
        indicators.add(new IntroversionTable(new TreeMap<>(Map.of(
                "REG", new TreeSet<>(List.of("CHN", "JPN", "VNM", "THA")),
                "REG2", new TreeSet<>(List.of("VNM", "THA", "JPN"))))));
        return indicators;
    }

    private static void place(String indicator, String table, String key, String column, double times) {
        PLACES.put(indicator, new Place(table, key, column, times));
    }
}
