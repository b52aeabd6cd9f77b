package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ProductFlows;
import tradelake.lake.DrawnTables;
import tradelake.lake.Years;
import tradelake.reference.Columns;
import tradelake.reference.EconomyPair;
import tradelake.reference.Reference;

/** Rates that were planted by distance come out again, in the estimates and in the values they bring to FOB. */
class CifRatesTest {
    private static final Reference REFERENCE = Reference.load();
    private static final Years YEARS = new Years(2020, 2020);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Limits LIMITS = new Limits(0, 1, 0.01);

    /** ln(1 + rate) = 0.01 + 0.01 ln d, the same for all goods. */
    private static final double CONSTANT = 0.01, BY_DISTANCE = 0.01;

    private static final Map<String, Integer> CODES =
            Map.of("AUS", 36, "CHN", 156, "JPN", 392, "KOR", 410, "THA", 764, "VNM", 704);

    private static final GravityVariables DISTANCES = distances();

    private static GravityVariables distances() {
        List<String> keys = CODES.keySet().stream().sorted().toList();
        Map<EconomyPair, PairGeography> pairs = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++)
            for (int j = i + 1; j < keys.size(); j++)
                pairs.put(
                        EconomyPair.of(keys.get(i), keys.get(j)),
                        new PairGeography(500 + 700 * i + 1300 * j, (i + j) % 3 == 0, i == 2 ? 1 : 0));
        return new GravityVariables(new TreeMap<>(pairs));
    }

    private static double rate(EconomyPair pair) {
        return Math.exp(CONSTANT
                        + BY_DISTANCE * Math.log(DISTANCES.pairs().get(pair).kilometres()))
                - 1;
    }

    /** Each pair trades two goods in one direction, both sides report the same tonnes. */
    private static String flows() {
        StringBuilder drawn =
                new StringBuilder("year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg\n");
        int count = 0;
        for (EconomyPair pair : DISTANCES.pairs().keySet())
            for (String code : List.of("840110", "270900")) {
                double usd = 1000 + 37 * ++count, kilos = code.startsWith("84") ? 50 : 4000;
                drawn.append(line(pair.a(), "X", pair.b(), code, usd, kilos));
                drawn.append(line(pair.b(), "M", pair.a(), code, usd * (1 + rate(pair)), kilos));
            }
        return drawn.toString();
    }

    private static String line(String reporter, String flow, String partner, String code, double usd, double kilos) {
        return String.format(
                Locale.ROOT,
                "2020 %d %s %d H5 %s 6 %.10f %.1f%n",
                CODES.get(reporter),
                flow,
                CODES.get(partner),
                code,
                usd,
                kilos);
    }

    private static CifRates work(GravityVariables distances, LocalDate today) {
        return new CifRates(REFERENCE, distances, YEARS, 365, today);
    }

    private static DrawnTables estimated() {
        DrawnTables tables = new DrawnTables().with(Flows.TABLE, flows());
        tables.with(GravityVariablesTable.TABLE, tables.make(new GravityVariablesTable(DISTANCES)));
        return tables.with(
                CifRates.TABLE, tables.of(CifRates.TABLE, work(DISTANCES, TODAY).estimated(tables)));
    }

    @Test
    void plantedRatesComeOutAgain() {
        DrawnTables tables = estimated();
        Map<String, Row> terms = tables.read(CifRates.TABLE).collectAsList().stream()
                .collect(Collectors.toMap(CifRates.TERM::in, row -> row));
        assertThat(CifRates.TERM_VALUE.in(terms.get("ln_dist"))).isCloseTo(BY_DISTANCE, within(1e-6));
        assertThat(CifRates.TERM_VALUE.in(terms.get("ln_dist_sq"))).isCloseTo(0, within(1e-6));
        assertThat(CifRates.TERM_VALUE.in(terms.get("contig"))).isCloseTo(0, within(1e-6));
        assertThat(CifRates.OBSERVATIONS.in(terms.get("const"))).isEqualTo(2 * 15);
        assertThat(CifRates.TERM_VALUE.in(terms.get("27")))
                .as("median of values from 1,074 to 2,110 USD for four tonnes")
                .isBetween(1074 / 4.0, 2110 / 4.0);
    }

    @Test
    void importsAreBroughtToFobByThem() {
        DrawnTables tables = estimated()
                .with(
                        ProductFlows.TABLE,
                        """
                        year reporter flow partner product product_level value_usd filled
                        2020 JPN      M    CHN     84      chapter       126       false
                        2020 USA      M    CHN     84      chapter       126       false
                        2020 JPN      M    CHN     01      chapter       126       false
                        """);
        Map<String, Double> rates = tables.make(new Bilateral(REFERENCE, YEARS, 1.05, LIMITS)).collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> Bilateral.IMPORTER.in(row) + Columns.PRODUCT.in(row), Bilateral.CIF_RATE::in));
        assertThat(rates.get("JPN84")).isCloseTo(rate(EconomyPair.of("CHN", "JPN")), within(1e-6));
        assertThat(rates.get("USA84")).as("no distance is known").isCloseTo(0.05, within(1e-12));
        assertThat(rates.get("JPN01")).as("no unit value is known").isCloseTo(0.05, within(1e-12));
    }

    @Test
    void anEstimateStaysUntilItIsOldOrDistancesChange() {
        List<Row> rows = estimated().read(CifRates.TABLE).collectAsList();
        assertThat(work(DISTANCES, TODAY.plusDays(365)).stillGood(rows)).isEqualTo(rows);
        assertThat(work(DISTANCES, TODAY.plusDays(366)).stillGood(rows)).isEmpty();
        GravityVariables fewer = new GravityVariables(
                new TreeMap<>(DISTANCES.pairs().headMap(DISTANCES.pairs().lastKey())));
        assertThat(work(fewer, TODAY).stillGood(rows)).isEmpty();
    }
}
