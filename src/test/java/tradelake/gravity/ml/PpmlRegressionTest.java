package tradelake.gravity.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.gravity.FittedModel;
import tradelake.lake.BadInput;
import tradelake.lake.TestSession;

/** The estimator as Spark ML has it, against MLlib's own Poisson regression with explicit indicators. */
class PpmlRegressionTest {
    private static final StructType SCHEMA =
            StructType.fromDDL("sector STRING, exporter STRING, importer STRING, rta INT, trade DOUBLE");

    private static Dataset<Row> flows;

    @BeforeAll
    static void draw() {
        SplittableRandom chance = new SplittableRandom(3);
        List<Row> rows = new ArrayList<>();
        for (String sector : List.of("01", "27"))
            for (int i = 0; i < 6; i++)
                for (int j = 0; j < 6; j++) {
                    double mean = Math.exp(1 + 0.3 * i - 0.2 * j + 0.5 * ((i + j) % 2));
                    rows.add(RowFactory.create(
                            sector, "E" + i, "I" + j, (i * j + i + j) % 3 == 0 ? 1 : 0, mean * chance.nextDouble()));
                }
        flows = TestSession.get().createDataFrame(rows, SCHEMA);
    }

    @Test
    void equals_mllib_with_explicit_indicators() {
        Dataset<Row> one = flows.where("sector = '01'");
        FittedModel ours = estimator().setVariance("classical").fit(one).fitted();
        GeneralizedLinearRegressionModel theirs = mllib(one);
        double[] errors = theirs.summary().coefficientStandardErrors();
        assertThat(ours.coefficients().get(0).estimate())
                .isCloseTo(theirs.coefficients().apply(0), within(1e-8));
        assertThat(ours.coefficients().get(0).stdError()).isCloseTo(errors[0], within(1e-7));
        assertThat(ours.deviance()).isCloseTo(theirs.summary().deviance(), within(1e-7));
    }

    private static GeneralizedLinearRegressionModel mllib(Dataset<Row> data) {
        Dataset<Row> features = new RFormula()
                .setFormula("trade ~ rta + exporter + importer")
                .fit(data)
                .transform(data);
        return new GeneralizedLinearRegression()
                .setFamily("poisson")
                .setTol(1e-13)
                .setMaxIter(50)
                .fit(features);
    }

    @Test
    void a_pipeline_predicts_the_same_after_it_was_saved(@TempDir Path folder) throws Exception {
        Pipeline pipeline =
                new Pipeline().setStages(new PipelineStage[] {estimator().setPredictionCol("fitted")});
        PipelineModel model = pipeline.fit(flows);
        model.write().save(folder.resolve("model").toString());
        pipeline.write().save(folder.resolve("pipeline").toString());
        PipelineModel again = PipelineModel.load(folder.resolve("model").toString());
        List<Row> before = model.transform(flows).collectAsList();
        assertThat(again.transform(flows).collectAsList()).isEqualTo(before);
        assertThat(Pipeline.load(folder.resolve("pipeline").toString())
                        .fit(flows)
                        .transform(flows)
                        .collectAsList())
                .isEqualTo(before);
        double trade = before.stream().mapToDouble(row -> row.getDouble(4)).sum();
        assertThat(before.stream().mapToDouble(row -> row.getDouble(5)).sum()).isCloseTo(trade, within(1e-8 * trade));
    }

    @Test
    void how_rows_are_parted_does_not_matter() {
        FittedModel one = estimator().fit(flows.coalesce(1)).fitted();
        FittedModel five =
                estimator().fit(flows.repartition(5, flows.col("importer"))).fitted();
        assertThat(five.rows()).isEqualTo(one.rows());
        assertThat(five.coefficients().get(0).estimate())
                .isCloseTo(one.coefficients().get(0).estimate(), within(1e-12));
        assertThat(five.coefficients().get(0).stdError())
                .isCloseTo(one.coefficients().get(0).stdError(), within(1e-12));
        assertThat(five.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-10));
    }

    @Test
    void a_level_that_was_not_there_has_no_prediction() {
        Dataset<Row> unknown = TestSession.get()
                .createDataFrame(
                        List.of(
                                RowFactory.create("01", "E0", "I1", 1, null),
                                RowFactory.create("01", "X", "I1", 1, 2.0)),
                        SCHEMA);
        List<Row> rows = estimator().fit(flows).transform(unknown).collectAsList();
        assertThat(rows.get(0).getDouble(5)).isPositive();
        assertThat(rows.get(1).isNullAt(5)).isTrue();
    }

    @Test
    void many_models_are_those_of_each_alone() {
        Map<String, Row> each = estimator().fitEach(flows, "sector").collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row));
        assertThat(each).hasSize(2);
        for (String sector : each.keySet()) {
            FittedModel alone =
                    estimator().fit(flows.where("sector = '" + sector + "'")).fitted();
            assertThat(each.get(sector).getDouble(2))
                    .isCloseTo(alone.coefficients().get(0).estimate(), within(1e-12));
            assertThat(each.get(sector).getDouble(3))
                    .isCloseTo(alone.coefficients().get(0).stdError(), within(1e-12));
            assertThat(each.get(sector).getLong(8)).isEqualTo(36);
        }
    }

    @Test
    void a_model_that_cannot_be_fitted_says_why_and_spares_the_others() {
        Dataset<Row> more = flows.union(
                TestSession.get().createDataFrame(List.of(RowFactory.create("99", "E0", "I1", 1, 0.0)), SCHEMA));
        Map<String, Row> each = estimator().fitEach(more, "sector").collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row));
        assertThat(each.get("99").getString(15)).contains("No row is left");
        assertThat(each.get("27").isNullAt(15)).isTrue();
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> estimator().setSmallSample("r").fit(flows))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("smallSample 'r'");
        assertThatThrownBy(() -> new PpmlRegression().setFormula("trade ~ fta").fit(flows))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'fta'");
    }

    private static PpmlRegression estimator() {
        return new PpmlRegression()
                .setFormula("trade ~ rta | exporter + importer")
                .setSmallSample("none");
    }
}
