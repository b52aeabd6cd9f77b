package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tradelake.OracleFile.number;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradelake.OracleFile;
import tradelake.lake.Json;

/** 240 drawn flows of six economies, four products and two years, against normal equations and statsmodels. */
class MirrorOracleTest {
    private static final Limits LIMITS = new Limits(0, 1, 0.01);

    private List<MirrorFlow> flows;
    private CifModel cif;
    private MirrorModel model;

    @BeforeEach
    void estimate() {
        flows = flows();
        cif = regression(flows).model();
        MirrorModel rates = new MirrorModel(1, "2026-01-01", cif, new Reliability(0, Map.of(), Map.of(), 0), LIMITS);
        model = rates.with(gaps(rates, flows).reliability());
    }

    @Test
    void cifRegression() {
        for (Map<String, String> line : OracleFile.lines("mirror/expected_cif_regression.csv"))
            near(cif.coefficients().get(line.get("term")), number(line, "coef"), line);
        assertThat(cif.coefficients().get("landlocked")).as("no variation").isZero();
    }

    @Test
    void reliabilityOfReporters() {
        for (Map<String, String> line : OracleFile.lines("mirror/expected_quality.csv")) {
            String economy = line.get("country");
            Reliability reliability = model.reliability();
            near(reliability.constant(), number(line, "const"), line);
            near(reliability.asExporter().get(economy), number(line, "effect_as_exporter"), line);
            near(reliability.asImporter().get(economy), number(line, "effect_as_importer"), line);
            near(reliability.ofExporter(economy, LIMITS.smallestGap()), number(line, "sigma_exporter"), line);
            near(reliability.ofImporter(economy, LIMITS.smallestGap()), number(line, "sigma_importer"), line);
        }
    }

    @Test
    void reconciledValues() {
        List<Map<String, String>> lines = OracleFile.lines("mirror/expected_reconciled.csv");
        assertThat(lines).hasSize(240).hasSameSizeAs(flows);
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> line = lines.get(i);
            Reconciled reconciled = model.reconcile(flows.get(i));
            near(reconciled.cifRate(), number(line, "cif_rate"), line);
            near(reconciled.importFob(), number(line, "import_fob"), line);
            near(reconciled.exportWeight(), number(line, "w_export"), line);
            near(reconciled.usd(), number(line, "reconciled"), line);
            assertThat(reconciled.source().label()).isEqualTo(line.get("source"));
        }
    }

    @Test
    void partsEstimatedApartGiveTheWhole() {
        List<MirrorFlow> first = flows.subList(0, 70), rest = flows.subList(70, flows.size());
        CifModel merged = regression(first).merge(regression(rest)).model();
        cif.coefficients()
                .forEach((term, value) ->
                        assertThat(merged.coefficients().get(term)).as(term).isCloseTo(value, within(1e-10)));
        Reliability apart = gaps(model, rest).merge(gaps(model, first)).reliability();
        assertThat(apart.constant()).isCloseTo(model.reliability().constant(), within(1e-12));
        assertThat(apart.observations()).isEqualTo(191);
    }

    @Test
    void aModelIsKeptAsText() throws Exception {
        byte[] json = Json.write(model);
        assertThat(Json.read(json, MirrorModel.class)).isEqualTo(model);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"estimatedOn\" : \"2026-01-01\"");
    }

    private static CifRegression regression(List<MirrorFlow> flows) {
        CifRegression regression = new CifRegression(new TreeSet<>(List.of(2021, 2022)));
        flows.forEach(regression::add);
        return regression;
    }

    private static MirrorGaps gaps(MirrorModel model, List<MirrorFlow> flows) {
        MirrorGaps gaps = new MirrorGaps(List.of("CHN", "JPN", "KOR", "VNM", "THA", "AUS", "NZL"), List.of(2021, 2022));
        flows.forEach(flow -> model.addGap(flow, gaps));
        return gaps;
    }

    private static List<MirrorFlow> flows() {
        List<Map<String, String>> lines = OracleFile.lines("mirror/input.csv");
        Map<String, List<Double>> unitValues = new LinkedHashMap<>();
        for (Map<String, String> line : lines)
            if (!line.get("export_qty").isEmpty())
                unitValues
                        .computeIfAbsent(line.get("hs6"), product -> new ArrayList<>())
                        .add(number(line, "export_fob") / number(line, "export_qty"));
        return lines.stream()
                .map(line -> flow(line, median(unitValues.get(line.get("hs6")))))
                .toList();
    }

    private static MirrorFlow flow(Map<String, String> line, double median) {
        return new MirrorFlow(
                Integer.parseInt(line.get("year")),
                line.get("exporter"),
                line.get("importer"),
                line.get("hs6"),
                report(line, "export_fob", "export_qty"),
                report(line, "import_cif", "import_qty"),
                new PairGeography(number(line, "dist"), line.get("contig").equals("1"), 0),
                median);
    }

    private static Optional<Report> report(Map<String, String> line, String value, String quantity) {
        return Optional.of(new Report(number(line, value), number(line, quantity)))
                .filter(report -> !Double.isNaN(report.usd()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : DoubleStream.of(sorted.get(half - 1), sorted.get(half))
                        .average()
                        .orElseThrow();
    }

    private static void near(double actual, double expected, Map<String, String> line) {
        if (Double.isNaN(expected)) assertThat(actual).as(line.toString()).isNaN();
        else
            assertThat(actual)
                    .as(line.toString())
                    .isCloseTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1e-3)));
    }
}
