package tradelake.gravity.ml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.FittedModel;

/** Rows with their fitted mean at the end, computed some thousands at a time. */
final class Predictions implements Iterator<Row> {
    private static final int BATCH = 4096;

    private final Iterator<Row> rows;
    private final StructType schema;
    private final FittedModel fitted;
    private Iterator<Row> batch = List.<Row>of().iterator();

    Predictions(Iterator<Row> rows, StructType schema, FittedModel fitted) {
        this.rows = rows;
        this.schema = schema;
        this.fitted = fitted;
    }

    @Override
    public boolean hasNext() {
        return batch.hasNext() || rows.hasNext();
    }

    @Override
    public Row next() {
        if (!batch.hasNext()) batch = predict();
        return batch.next();
    }

    private Iterator<Row> predict() {
        List<Row> taken = new ArrayList<>(BATCH);
        while (rows.hasNext() && taken.size() < BATCH) taken.add(rows.next());
        double[] means = fitted.predict(RowFrame.of(taken.iterator(), schema, fitted.columns()));
        List<Row> out = new ArrayList<>(taken.size());
        for (int i = 0; i < means.length; i++) out.add(with(taken.get(i), means[i]));
        return out.iterator();
    }

    private static Row with(Row row, double mean) {
        Object[] values = new Object[row.length() + 1];
        for (int i = 0; i < row.length(); i++) values[i] = row.get(i);
        values[row.length()] = Double.isNaN(mean) ? null : mean;
        return RowFactory.create(values);
    }
}
