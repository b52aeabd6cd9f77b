package tradelake.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tradelake.gravity.BiasCorrection.Corrected;
import tradelake.gravity.Estimate;
import tradelake.gravity.Fate;
import tradelake.gravity.PpmlFit;
import tradelake.lake.Json;

/** How a fit is told: rows of coefficients, one JSON object, sentences. */
final class EstimateAnswer {
    private final PpmlFit fit;
    private final List<Corrected> corrected;

    /**
     * The answer of a fit.
     *
     * @param corrected what to give in place of its estimates; none for these themselves
     */
    EstimateAnswer(PpmlFit fit, List<Corrected> corrected) {
        this.fit = fit;
        this.corrected = corrected;
    }

    private List<Estimate> estimates() {
        return corrected.isEmpty()
                ? fit.estimates()
                : corrected.stream().map(Corrected::estimate).toList();
    }

    void rows(RowsOut out) {
        out.write(
                List.of(
                        Heading.text("term"),
                        Heading.number("estimate"),
                        Heading.number("std_error"),
                        Heading.number("z"),
                        Heading.number("p_value"),
                        Heading.number("ci_low"),
                        Heading.number("ci_high")),
                estimates().stream()
                        .map(EstimateAnswer::fields)
                        .map(fields -> fields.values().toArray())
                        .toList());
    }

    void json(PrintWriter out) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("formula", fit.model().formula().toString());
        answer.put("variance", fit.model().variance().name());
        answer.put(
                "clusters",
                fit.model().clusters().stream().map(Object::toString).toList());
        answer.put("small_sample", fit.model().smallSample().name());
        answer.put("estimates", estimates().stream().map(EstimateAnswer::fields).toList());
        if (!corrected.isEmpty()) {
            answer.put("bias", corrected.stream().map(Corrected::bias).toList());
        }
        answer.put("collinear", fit.collinear());
        answer.put("n_obs", fit.rows());
        answer.put("n_separated", fit.count(Fate.separated));
        answer.put("n_singletons", fit.count(Fate.singleton));
        answer.put("n_missing", fit.count(Fate.missing));
        answer.put("n_clusters", fit.clusters());
        answer.put("pseudo_r2", fit.likelihood().pseudoR2());
        answer.put("log_likelihood", fit.likelihood().logLikelihood());
        answer.put("deviance", fit.likelihood().deviance());
        answer.put("iterations", fit.convergence().iterations());
        answer.put("converged", fit.convergence().converged());
        answer.put("separation_settled", fit.separationIsSettled());
        answer.put("n_nearly_separated", fit.nearlySeparated());
        answer.put("seconds", fit.convergence().seconds());
        out.print(new String(Json.write(answer), StandardCharsets.UTF_8));
        out.flush();
    }

    private static Map<String, Object> fields(Estimate estimate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("term", estimate.term());
        fields.put("estimate", estimate.estimate());
        fields.put("std_error", estimate.stdError());
        fields.put("z", estimate.z());
        fields.put("p_value", estimate.pValue());
        fields.put("ci_low", estimate.ciLow());
        fields.put("ci_high", estimate.ciHigh());
        return fields;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "%,d rows; left out: %,d separated, %,d alone in a level, %,d without a value. Log likelihood %.6g, pseudo-R2"
                        + " %.4f; %d iterations, %.2f s.",
                fit.rows(),
                fit.count(Fate.separated),
                fit.count(Fate.singleton),
                fit.count(Fate.missing),
                fit.likelihood().logLikelihood(),
                fit.likelihood().pseudoR2(),
                fit.convergence().iterations(),
                fit.convergence().seconds()));
        notes.add(errors());
        if (!corrected.isEmpty())
            notes.add("Estimates and errors are corrected for three-way bias (Weidner and Zylkin 2021).");
        if (!fit.collinear().isEmpty())
            notes.add("Left out because others make them up: " + String.join(", ", fit.collinear()) + ".");
        if (!fit.convergence().converged())
            notes.add("Not converged: raise --max-iterations or --tolerance; the numbers are not to be used.");
        if (!fit.separationIsSettled())
            notes.add("There may be more separated rows than were found: the data have too many zeros to settle it.");
        if (fit.nearlySeparated() > 0)
            notes.add(
                    "In %,d rows the fitted mean is below 1e-12 of the mean of the data: they are nearly separated, and the data hardly bound the estimates."
                            .formatted(fit.nearlySeparated()));
        return notes;
    }

    private String errors() {
        String rule = ", small-sample rule " + fit.model().smallSample() + ".";
        return switch (fit.model().variance()) {
            case clustered ->
                String.format(
                        Locale.ROOT,
                        "Standard errors clustered by %s (%,d clusters)%s",
                        String.join(
                                " and by ",
                                fit.model().clusters().stream()
                                        .map(Object::toString)
                                        .toList()),
                        fit.clusters(),
                        rule);
            case robust -> "Standard errors robust to heteroskedasticity" + rule;
            case classical -> "Standard errors classical" + rule;
        };
    }
}
