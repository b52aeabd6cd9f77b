package tradelake.gravity.ml;

import java.util.Arrays;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.FittedModel;
import tradelake.gravity.Ppml;
import tradelake.gravity.SmallSample;
import tradelake.gravity.Specification;
import tradelake.gravity.Variance;

/**
 * Poisson pseudo-maximum likelihood with fixed effects as a Spark ML estimator. One model is fitted on the driver, on all its
 * cores, from the columns that the formula names; many models, one a task, by {@link #fitEach}.
 * <pre>
 * new PpmlRegression().setFormula("trade ~ rta | exporter^year + importer^year + exporter^importer")
 *         .setClusters("exporter^importer").fit(flows).transform(flows)
 * </pre>
 */
public final class PpmlRegression extends Estimator<PpmlRegressionModel> implements DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Param<String> formula;
    private final Param<String> weightCol;
    private final Param<String> offsetCol;
    private final Param<String> variance;
    private final Param<String> clusters;
    private final Param<String> smallSample;
    private final DoubleParam tol;
    private final IntParam maxIter;
    private final Param<String> predictionCol;

    public PpmlRegression() {
        this(Identifiable$.MODULE$.randomUID("ppml"));
    }

    public PpmlRegression(String uid) {
        this.uid = uid; // first: a Param asks its parent for the uid when it is made
        formula = new Param<>(this, "formula", "y ~ x1 + x2 | effect1 + effect2^effect3");
        weightCol = new Param<>(this, "weightCol", "column of weights; empty for none");
        offsetCol = new Param<>(this, "offsetCol", "column added to the linear predictor; empty for none");
        variance = new Param<>(this, "variance", "without clusters: " + Arrays.toString(Variance.values()));
        clusters = new Param<>(this, "clusters", "such as exporter^importer or symmetric(exporter, importer) + year");
        smallSample = new Param<>(this, "smallSample", "one of " + Arrays.toString(SmallSample.values()));
        tol = new DoubleParam(this, "tol", "ends when a step changes the linear predictor by less");
        maxIter = new IntParam(this, "maxIter", "ends after so many steps");
        predictionCol = new Param<>(this, "predictionCol", "column of the fitted mean that transform adds");
        setDefault(weightCol, "");
        setDefault(offsetCol, "");
        setDefault(variance, Variance.robust.name());
        setDefault(clusters, "");
        setDefault(smallSample, SmallSample.stata.name());
        setDefault(tol, Specification.TOLERANCE);
        setDefault(maxIter, Specification.MAX_ITERATIONS);
        setDefault(predictionCol, "prediction");
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public PpmlRegressionModel fit(Dataset<?> data) {
        Specification model = request().specification();
        FittedModel fitted = FittedModel.of(Ppml.fit(RowFrame.of(data.toDF(), model.columns()), model));
        return new PpmlRegressionModel(uid, fitted)
                .setPredictionCol($(predictionCol))
                .as(this);
    }

    /**
     * Fits one model for each value of a column, each in a task of its own that uses {@code spark.task.cpus} threads.
     *
     * @return the rows of {@link GroupFits}: one for each value and term
     */
    public Dataset<Row> fitEach(Dataset<?> data, String column) {
        return GroupFits.of(data.toDF(), column, request());
    }

    private Request request() {
        return new Request(
                $(formula),
                $(weightCol),
                $(offsetCol),
                Choice.of(Variance.class, "variance", $(variance)),
                $(clusters),
                Choice.of(SmallSample.class, "smallSample", $(smallSample)),
                (Double) $(tol),
                (Integer) $(maxIter));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return PpmlRegressionModel.with(schema, $(predictionCol));
    }

    @Override
    public PpmlRegression copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static PpmlRegression load(String path) {
        return read().load(path);
    }

    public static MLReader<PpmlRegression> read() {
        return new DefaultParamsReader<>();
    }

    public PpmlRegression setFormula(String value) {
        return (PpmlRegression) set(formula, value);
    }

    public PpmlRegression setWeightCol(String value) {
        return (PpmlRegression) set(weightCol, value);
    }

    public PpmlRegression setOffsetCol(String value) {
        return (PpmlRegression) set(offsetCol, value);
    }

    public PpmlRegression setVariance(String value) {
        return (PpmlRegression) set(variance, value);
    }

    public PpmlRegression setClusters(String value) {
        return (PpmlRegression) set(clusters, value);
    }

    public PpmlRegression setSmallSample(String value) {
        return (PpmlRegression) set(smallSample, value);
    }

    public PpmlRegression setTol(double value) {
        return (PpmlRegression) set(tol, value);
    }

    public PpmlRegression setMaxIter(int value) {
        return (PpmlRegression) set(maxIter, value);
    }

    public PpmlRegression setPredictionCol(String value) {
        return (PpmlRegression) set(predictionCol, value);
    }

    public Param<String> formula() {
        return formula;
    }

    public Param<String> weightCol() {
        return weightCol;
    }

    public Param<String> offsetCol() {
        return offsetCol;
    }

    public Param<String> variance() {
        return variance;
    }

    public Param<String> clusters() {
        return clusters;
    }

    public Param<String> smallSample() {
        return smallSample;
    }

    public DoubleParam tol() {
        return tol;
    }

    public IntParam maxIter() {
        return maxIter;
    }

    public Param<String> predictionCol() {
        return predictionCol;
    }
}
