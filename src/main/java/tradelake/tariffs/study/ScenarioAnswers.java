package tradelake.tariffs.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.Finding;
import tradelake.tariffs.elasticities.Quantiles;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.simulate.ModelName;

/** The rows of both tables, and why a model has none. */
public final class ScenarioAnswers {
    private final Study.Uncertainty uncertainty;
    private final List<Row> bilateral = new ArrayList<>();
    private final List<Row> country = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A model that may turn out not to have what it needs. */
    @FunctionalInterface
    interface Attempt {
        /**
         * The model on its data.
         *
         * @throws BadInput that says what is missing
         */
        Trial trial();
    }

    ScenarioAnswers(Study.Uncertainty uncertainty) {
        this.uncertainty = uncertainty;
    }

    /** In the order of {@link ScenarioTables#BILATERAL}. */
    public List<Row> bilateral() {
        return bilateral;
    }

    /** In the order of {@link ScenarioTables#COUNTRY}. */
    public List<Row> country() {
        return country;
    }

    public List<Finding> findings() {
        return findings;
    }

    void note(Scenario scenario, String kind, String message, long rows) {
        findings.add(new Finding(kind, scenario.name() + ": " + message, rows));
    }

    /** Solves a model with everything as published and as often as is drawn; what keeps it from that is a finding. */
    void add(Scenario scenario, ModelName model, Attempt attempt) {
        List<Row> flows = new ArrayList<>();
        List<Row> figures = new ArrayList<>();
        try {
            Trial trial = attempt.trial();
            Object[] key = {scenario.name(), model.label(), trial.closure(), scenario.elasticities()};
            var central = solve(trial, 0, flow -> flows.add(row(key, flow)));
            var draws = IntStream.rangeClosed(1, uncertainty.count())
                    .parallel()
                    .mapToObj(draw -> solve(trial, draw, flow -> {}))
                    .toList();
            central.forEach((figure, value) -> figures.add(row(key, figure, value, draws)));
        } catch (BadInput | CheckFailed e) {
            note(scenario, "model-not-run", "%s is not run. %s".formatted(model.label(), e.getMessage()), 1);
            return;
        }
        bilateral.addAll(flows);
        country.addAll(figures);
    }

    private SortedMap<CountryEffects.Figure, Double> solve(
            Trial trial, int draw, Consumer<Outcome.TradeChange> eachFlow) {
        return CountryEffects.of(trial.solve(uncertainty.sample(draw)), trial.isByProduct(), eachFlow);
    }

    private static Row row(Object[] key, Outcome.TradeChange flow) {
        double change = flow.after() - flow.before();
        return RowFactory.create(
                key[0],
                key[1],
                key[2],
                key[3],
                flow.exporter(),
                flow.importer(),
                flow.product(),
                flow.before(),
                flow.after(),
                change,
                change / flow.before());
    }

    private static Row row(
            Object[] key,
            CountryEffects.Figure figure,
            double value,
            List<SortedMap<CountryEffects.Figure, Double>> draws) {
        Quantiles quantiles = draws.isEmpty()
                ? null
                : Quantiles.of(draws.stream()
                        .mapToDouble(draw -> draw.getOrDefault(figure, 0.0))
                        .toArray());
        return RowFactory.create(
                key[0],
                key[1],
                key[2],
                key[3],
                figure.economy(),
                figure.measure(),
                value,
                figure.unit(),
                quantiles == null ? null : quantiles.p05(),
                quantiles == null ? null : quantiles.p50(),
                quantiles == null ? null : quantiles.p95());
    }
}
