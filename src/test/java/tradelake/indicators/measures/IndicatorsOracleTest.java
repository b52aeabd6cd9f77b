package tradelake.indicators.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tradelake.OracleFile;

/** Five economies, four products, two years, against exact rational arithmetic: 750 values, each named by its variant. */
class IndicatorsOracleTest {
    private static final List<String> ECONOMIES = List.of("CHN", "JPN", "VNM", "THA", "USA");
    private static final List<String> PRODUCTS = List.of("0101", "2710", "6109", "8542");
    private static final Map<String, List<String>> REGIONS =
            Map.of("REG", List.of("CHN", "JPN", "VNM", "THA"), "REG2", List.of("VNM", "THA", "JPN"));

    @Test
    void everyValueIsReproduced() {
        Map<Integer, World> worlds = Map.of(2019, World.in(2019), 2023, World.in(2023));
        List<Map<String, String>> expected = OracleFile.lines("indicators/expected.csv");
        assertThat(expected).hasSize(750);
        for (Map<String, String> line : expected) {
            World world = worlds.get(Integer.valueOf(line.get("year")));
            double actual = value(line.get("indicator"), line, world, worlds.get(2019));
            double published = OracleFile.number(line, "value");
            if (Double.isNaN(published)) assertThat(actual).as(line.toString()).isNaN();
            else
                assertThat(actual)
                        .as(line.toString())
                        .isCloseTo(published, within(1e-9 * Math.max(Math.abs(published), 1e-3)));
        }
    }

    private static double value(String indicator, Map<String, String> line, World now, World before) {
        String a = line.get("a"), b = line.get("b");
        int k = PRODUCTS.indexOf(line.get("hs4"));
        return switch (indicator) {
            case "RCA_balassa" -> now.advantage(a, k).balassa();
            case "RCA_excl_self" -> now.advantage(a, k).excludingSelf();
            case "RSCA" -> now.advantage(a, k).symmetric();
            case "NRCA" -> now.advantage(a, k).normalised();
            case "RMA" -> now.importAdvantage(a, k).balassa();
            case "TII_wits" -> now.intensity(a, b).plain();
            case "TII_adjusted" -> now.intensity(a, b).adjusted();
            case "share_of_exports" -> now.intensity(a, b).shareOfExports();
            case "TCI_michaely" -> 100 * Structure.of(now.exports(a)).complementarity(Structure.of(now.imports(b)));
            case "ESI_finger_kreinin" -> 100 * Structure.of(now.exports(a)).similarity(Structure.of(now.exports(b)));
            case "GL_product" -> now.intraIndustry(a).product(k);
            case "TBI_lafay_simple" -> now.intraIndustry(a).balance(k);
            case "GL_aggregate" -> now.intraIndustry(a).aggregate();
            case "GL_aggregate_corrected" -> now.intraIndustry(a).corrected();
            case "GL_bilateral" -> new IntraIndustry(now.flows(a, b), now.flows(b, a)).aggregate();
            case "HHI_products" -> new Concentration(now.exports(a)).hhi();
            case "HHI_products_normalized" -> new Concentration(now.exports(a)).normalised();
            case "HHI_markets" -> new Concentration(now.markets(a)).hhi();
            case "HHI_markets_normalized" -> new Concentration(now.markets(a)).normalised();
            case "theil_products" -> new Concentration(now.exports(a)).theil();
            case "EM_hummels_klenow" -> new Margins(now.exports(a), now.all()).extensive();
            case "IM_hummels_klenow" -> new Margins(now.exports(a), now.all()).intensive();
            case "EM_bilateral" -> new Margins(now.flows(a, b), now.imports(b)).extensive();
            case "intra_share_exports" -> now.region(a).exportShare();
            case "intra_share_imports" -> now.region(a).importShare();
            case "intra_share_trade" -> now.region(a).tradeShare();
            case "intra_intensity_ARIC" -> now.region(a).intensity();
            case "HI_homogeneous_intensity" -> now.region(a).homogeneous();
            case "HE_extra_intensity" -> now.region(a).extra();
            case "introversion_iapadre" -> now.region(a).introversion();
            case "CMS_world" -> marketShares(a, before, now).world();
            case "CMS_commodity" -> marketShares(a, before, now).commodity();
            case "CMS_market" -> marketShares(a, before, now).market();
            case "CMS_competitiveness" -> marketShares(a, before, now).competitiveness();
            case "CMS_total" -> marketShares(a, before, now).total();
            case "margin_entry" -> growth(a, before, now).entry();
            case "margin_exit" -> growth(a, before, now).exit();
            case "margin_intensive" -> growth(a, before, now).continuing();
            case "contribution_pp" -> 100 * new Growth(before.exports(a), now.exports(a)).contribution(k);
            case "growth_log" -> new Growth(before.exports(a), now.exports(a)).logarithmic(k);
            default -> throw new AssertionError("No code for " + indicator);
        };
    }

    private static MarketShares marketShares(String economy, World before, World now) {
        return MarketShares.of(before.of(economy), now.of(economy), before.everyone(), now.everyone());
    }

    private static Growth growth(String economy, World before, World now) {
        return new Growth(flat(before.of(economy)), flat(now.of(economy)));
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Flows of one year by exporter, importer and product. */
    private record World(double[][][] flows) {
        static World in(int year) {
            double[][][] flows = new double[ECONOMIES.size()][ECONOMIES.size()][PRODUCTS.size()];
            for (Map<String, String> line : OracleFile.lines("indicators/input.csv"))
                if (line.get("year").equals("" + year))
                    flows[ECONOMIES.indexOf(line.get("exporter"))][ECONOMIES.indexOf(line.get("importer"))][
                                    PRODUCTS.indexOf(line.get("hs4"))] =
                            OracleFile.number(line, "value");
            return new World(flows);
        }

        double sum(Predicate<String> exporter, Predicate<String> importer, Predicate<String> product) {
            double sum = 0;
            for (int e = 0; e < flows.length; e++)
                for (int m = 0; m < flows.length; m++)
                    for (int k = 0; k < PRODUCTS.size(); k++)
                        if (exporter.test(ECONOMIES.get(e))
                                && importer.test(ECONOMIES.get(m))
                                && product.test(PRODUCTS.get(k))) sum += flows[e][m][k];
            return sum;
        }

        double total() {
            return sum(e -> true, m -> true, k -> true);
        }

        double[] exports(String economy) {
            return PRODUCTS.stream()
                    .mapToDouble(p -> sum(economy::equals, m -> true, p::equals))
                    .toArray();
        }

        double[] imports(String economy) {
            return PRODUCTS.stream()
                    .mapToDouble(p -> sum(e -> true, economy::equals, p::equals))
                    .toArray();
        }

        double[] all() {
            return PRODUCTS.stream()
                    .mapToDouble(p -> sum(e -> true, m -> true, p::equals))
                    .toArray();
        }

        double[] flows(String exporter, String importer) {
            return flows[ECONOMIES.indexOf(exporter)][ECONOMIES.indexOf(importer)];
        }

        double[] markets(String economy) {
            return ECONOMIES.stream()
                    .filter(m -> !m.equals(economy))
                    .mapToDouble(m -> Arrays.stream(flows(economy, m)).sum())
                    .toArray();
        }

        RevealedAdvantage advantage(String economy, int k) {
            return advantage(exports(economy), k);
        }

        RevealedAdvantage importAdvantage(String economy, int k) {
            return advantage(imports(economy), k);
        }

        private RevealedAdvantage advantage(double[] own, int k) {
            return new RevealedAdvantage(own[k], Arrays.stream(own).sum(), all()[k], total());
        }

        TradeIntensity intensity(String exporter, String importer) {
            return new TradeIntensity(
                    Arrays.stream(flows(exporter, importer)).sum(),
                    Arrays.stream(exports(exporter)).sum(),
                    Arrays.stream(imports(importer)).sum(),
                    Arrays.stream(imports(exporter)).sum(),
                    total());
        }

        IntraIndustry intraIndustry(String economy) {
            return new IntraIndustry(exports(economy), imports(economy));
        }

        RegionalIntensity region(String name) {
            List<String> region = REGIONS.get(name);
            return new RegionalIntensity(
                    sum(region::contains, region::contains, k -> true),
                    sum(region::contains, m -> true, k -> true),
                    sum(e -> true, region::contains, k -> true),
                    total());
        }

        /** By product and market. */
        double[][] of(String exporter) {
            return productByMarket(exporter::equals);
        }

        double[][] everyone() {
            return productByMarket(e -> true);
        }

        private double[][] productByMarket(Predicate<String> exporter) {
            return IntStream.range(0, PRODUCTS.size())
                    .mapToObj(k -> ECONOMIES.stream()
                            .mapToDouble(m -> sum(exporter, m::equals, PRODUCTS.get(k)::equals))
                            .toArray())
                    .toArray(double[][]::new);
        }
    }
}
