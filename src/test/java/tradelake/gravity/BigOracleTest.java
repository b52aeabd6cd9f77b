package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.gravity.Oracle.close;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AGTPA, its tariffs, the 35-country panel and fixest's trade data: fixest 0.12.2 and an independent solver. */
class BigOracleTest {
    private static final String THREE_WAY = " | exporter^year + importer^year + ";
    private static final String LAGS = "trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12";

    private static Lanes lanes;

    @BeforeAll
    static void open() {
        lanes = Lanes.all();
    }

    @AfterAll
    static void shut() {
        lanes.close();
    }

    @Test
    void agtpa_two_way_of_international_trade() {
        agtpa(
                "agtpa_app1_2way",
                "trade ~ log(dist) + cntg + lang + clny | exporter^year + importer^year",
                frame -> Frames.where(frame, row -> !Frames.same(frame, "exporter", "importer", row)));
    }

    @Test
    void clusters_by_exporter_and_importer() {
        Oracle oracle = Oracle.named("ppml");
        Specification model = Specification.of("trade ~ log(dist) + cntg + lang + clny | exporter^year + importer^year")
                .clusteredBy("exporter + importer");
        Frame all = oracle.frame("agtpa/agtpa_1986_2006_4yr.csv", model);
        PpmlFit fit = Ppml.fit(Frames.where(all, row -> isBorder(all, row)), model, lanes);
        String case1 = "agtpa_app1_2way";
        Map<String, PpmlFit> own = Map.of(
                "cluster[exporter+importer]_raw_CGM",
                fit.under(Variance.clustered, SmallSample.none),
                "cluster[exporter+importer]_CGM*Gmin/(Gmin-1) (ppmlhdfe)",
                fit);
        Map<String, PpmlFit> fixest =
                Map.of("twoway_exporter+importer_default_ssc", fit.under(Variance.clustered, SmallSample.fixest));
        assertThat(compare(oracle.lines("expected_own.csv"), case1, own, vcov -> vcov)
                        + compare(oracle.lines("expected_fixest.csv"), case1, fixest, vcov -> vcov))
                .isEqualTo(12);
    }

    @Test
    void agtpa_two_way_with_agreements() {
        agtpa(
                "agtpa_app3_col2",
                "trade ~ log(dist) + cntg + lang + clny + rta | exporter^year + importer^year",
                frame -> Frames.where(frame, row -> !Frames.same(frame, "exporter", "importer", row)));
    }

    @Test
    void agtpa_three_way() {
        agtpa("agtpa_app3_col4_3way", "trade ~ rta" + THREE_WAY + "pair_fe", BigOracleTest::domesticTogether);
        agtpa("agtpa_app3_col6_3way", LAGS + THREE_WAY + "pair_fe", BigOracleTest::domesticTogether);
    }

    @Test
    void agtpa_three_way_with_borders() {
        agtpa(
                "agtpa_app3_col7_3way",
                LAGS + " + ib1986 + ib1990 + ib1994 + ib1998 + ib2002" + THREE_WAY + "pair_fe",
                frame -> {
                    Frame with = domesticTogether(frame);
                    double[] years = frame.numbers("year");
                    for (int year = 1986; year <= 2002; year += 4) {
                        int then = year;
                        with = Frames.with(
                                with, "ib" + year, row -> years[row] == then && isBorder(frame, row) ? 1 : 0);
                    }
                    return with;
                });
    }

    @Test
    void agtpa_tariffs() {
        String regressors = "trade ~ RTA + RTA_LAG3 + RTA_LAG6 + RTA_LAG9";
        String effects = THREE_WAY + "exporter^importer";
        for (Map.Entry<String, String> model : Map.of(
                        "agtpa_ex2_rta", regressors + effects,
                        "agtpa_ex2_mfn", regressors + " + ln_mfn" + effects)
                .entrySet())
            check(
                    "agtpa_mfn/ch1_exercise2.csv",
                    model.getKey(),
                    model.getValue(),
                    frame -> {
                        double[] tariff = frame.numbers("MFN_TARIFF");
                        return Frames.with(frame, "ln_mfn", row -> isBorder(frame, row) ? Math.log1p(tariff[row]) : 0);
                    },
                    "exporter^importer",
                    "exporter",
                    "importer",
                    "year",
                    "trade",
                    "RTA",
                    "RTA_LAG3",
                    "RTA_LAG6",
                    "RTA_LAG9",
                    "MFN_TARIFF");
    }

    @Test
    void panel_of_35_countries() {
        check(
                "zylkin35/example_trade_fta_data.csv",
                "zylkin35_total_3way",
                "trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp",
                frame -> Frames.where(
                        frame, row -> Frames.text(frame, "category", row).equals("TOTAL")),
                "isoexp^isoimp",
                "isoexp",
                "isoimp",
                "category",
                "year",
                "trade",
                "fta");
    }

    @Test
    void four_effects_of_fixest() {
        check(
                "fixest_trade/trade.csv",
                "fixest_trade_4fe",
                "Euros ~ log(dist_km) | Destination + Origin + Product + Year",
                frame -> frame,
                "Origin",
                "Euros",
                "dist_km",
                "Destination",
                "Origin",
                "Product",
                "Year");
    }

    private void agtpa(String name, String formula, Function<Frame, Frame> sample) {
        check(
                "agtpa/agtpa_1986_2006_4yr.csv",
                name,
                formula,
                sample,
                "pair_id",
                "exporter",
                "importer",
                "pair_id",
                "year",
                "trade",
                "dist",
                "cntg",
                "lang",
                "clny",
                "rta",
                "rta_lag4",
                "rta_lag8",
                "rta_lag12");
    }

    private void check(
            String file,
            String name,
            String formula,
            Function<Frame, Frame> sample,
            String cluster,
            String... columns) {
        Oracle oracle = Oracle.named("ppml");
        Frame frame = sample.apply(oracle.frame(file, columns));
        Specification model = Specification.of(formula).clusteredBy(cluster);
        PpmlFit fit = Ppml.fit(frame, model, lanes);
        estimates(oracle, name, fit, 1e-8);
        estimates(oracle, name, Ppml.fit(frame, model.within(1e-12), lanes), 1e-11);
        errors(oracle, name, fit);
    }

    private static void estimates(Oracle oracle, String name, PpmlFit fit, double relative) {
        assertThat(fit.convergence().converged()).isTrue();
        for (Map<String, String> line : oracle.lines("expected_own.csv")) {
            if (!line.get("case").equals(name) || !line.get("vcov").startsWith("iid")) continue;
            assertThat(fit.rows()).as(name).isEqualTo(Integer.parseInt(line.get("nobs")));
            close(fit.estimate(term(line.get("term"))).estimate(), value(line, "coef"), relative, name + line);
            close(fit.likelihood().logLikelihood(), value(line, "ll"), 1e-12, name + line);
            close(fit.likelihood().nullLogLikelihood(), value(line, "ll0"), 1e-12, name + line);
            close(fit.likelihood().deviance(), value(line, "dev"), 1e-10, name + line);
        }
    }

    private static void errors(Oracle oracle, String name, PpmlFit fit) {
        String cluster = fit.model().clusters().get(0).toString();
        Map<String, PpmlFit> fits = Map.of(
                "iid_raw", fit.under(Variance.classical, SmallSample.stata),
                "hc0", fit.under(Variance.robust, SmallSample.none),
                "hc_ppmlhdfe N/(N-1)", fit.under(Variance.robust, SmallSample.stata),
                "cluster_raw", fit.under(Variance.clustered, SmallSample.none),
                "cluster_stata", fit);
        Map<String, PpmlFit> ofFixest = Map.of(
                "iid_default_ssc", fit.under(Variance.classical, SmallSample.fixest),
                "hetero_default_ssc", fit.under(Variance.robust, SmallSample.fixest),
                "cluster_default_ssc", fit.under(Variance.clustered, SmallSample.fixest));
        int compared = compare(oracle.lines("expected_own.csv"), name, fits, vcov -> {
            if (!vcov.startsWith("cluster[")) return vcov;
            boolean ours =
                    List.of("[pair]", "[pair_id]", "[" + cluster + "]").stream().anyMatch(vcov::contains);
            return ours ? vcov.contains("raw") ? "cluster_raw" : "cluster_stata" : "";
        });
        compared += compare(oracle.lines("expected_fixest.csv"), name, ofFixest, vcov -> vcov);
        assertThat(compared).as(name).isGreaterThanOrEqualTo(8);
    }

    private static int compare(
            List<Map<String, String>> lines, String name, Map<String, PpmlFit> fits, Function<String, String> key) {
        int compared = 0;
        for (Map<String, String> line : lines) {
            PpmlFit fit = fits.get(key.apply(line.get("vcov")));
            if (!line.get("case").equals(name) || fit == null) continue;
            close(fit.estimate(term(line.get("term"))).stdError(), value(line, "se"), 1e-7, name + line);
            compared++;
        }
        return compared;
    }

    /** All domestic flows in one pair, as the book has it. */
    private static Frame domesticTogether(Frame frame) {
        double[] pairs = frame.numbers("pair_id");
        return Frames.with(frame, "pair_fe", row -> isBorder(frame, row) ? pairs[row] : 0);
    }

    private static boolean isBorder(Frame frame, int row) {
        return !Frames.same(frame, "exporter", "importer", row);
    }

    private static String term(String published) {
        return Map.of("log_dist", "log(dist)", "ld", "log(dist_km)").getOrDefault(published, published);
    }

    private static double value(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }
}
