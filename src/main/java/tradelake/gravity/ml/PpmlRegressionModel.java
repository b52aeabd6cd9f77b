package tradelake.gravity.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.FittedModel;
import tradelake.lake.Json;

/**
 * A fitted {@link PpmlRegression}. {@link #transform} adds the fitted mean, null where a value is missing or a level was not
 * in the estimation sample. It is saved as its params, of which one is the fit as JSON.
 */
public final class PpmlRegressionModel extends Model<PpmlRegressionModel> implements DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Param<String> predictionCol;
    private final Param<String> fit;

    public PpmlRegressionModel(String uid) {
        this.uid = uid; // first: a Param asks its parent for the uid when it is made
        predictionCol = new Param<>(this, "predictionCol", "column of the fitted mean that transform adds");
        fit = new Param<>(this, "fit", "the fit as JSON");
        setDefault(predictionCol, "prediction");
    }

    PpmlRegressionModel(String uid, FittedModel fitted) {
        this(uid);
        set(fit, new String(Json.write(fitted), StandardCharsets.UTF_8));
    }

    PpmlRegressionModel as(PpmlRegression estimator) {
        return (PpmlRegressionModel) setParent(estimator);
    }

    @Override
    public String uid() {
        return uid;
    }

    /** Coefficients, effects and what a summary says. */
    public FittedModel fitted() {
        try {
            return Json.read($(fit).getBytes(StandardCharsets.UTF_8), FittedModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the saved fit", e);
        }
    }

    @Override
    public Dataset<Row> transform(Dataset<?> data) {
        Dataset<Row> rows = data.toDF();
        StructType schema = rows.schema();
        FittedModel fitted = fitted();
        return rows.mapPartitions(
                (MapPartitionsFunction<Row, Row>) part -> new Predictions(part, schema, fitted),
                Encoders.row(transformSchema(schema)));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return with(schema, $(predictionCol));
    }

    static StructType with(StructType schema, String prediction) {
        return schema.add(prediction, DataTypes.DoubleType, true);
    }

    @Override
    public PpmlRegressionModel copy(ParamMap extra) {
        PpmlRegressionModel copy = new PpmlRegressionModel(uid);
        copyValues(copy, extra);
        return (PpmlRegressionModel) copy.setParent(parent());
    }

    public static PpmlRegressionModel load(String path) {
        return read().load(path);
    }

    public static MLReader<PpmlRegressionModel> read() {
        return new DefaultParamsReader<>();
    }

    public PpmlRegressionModel setPredictionCol(String value) {
        return (PpmlRegressionModel) set(predictionCol, value);
    }

    public Param<String> predictionCol() {
        return predictionCol;
    }

    public Param<String> fit() {
        return fit;
    }
}
