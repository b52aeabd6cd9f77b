package tradelake.gravity.ml;

import java.io.Serializable;
import java.util.Optional;
import tradelake.gravity.Formula;
import tradelake.gravity.Grouping;
import tradelake.gravity.SmallSample;
import tradelake.gravity.Specification;
import tradelake.gravity.Variance;

/** A specification as it travels to a task: texts and numbers; an empty text is none. */
record Request(
        String formula,
        String weights,
        String offset,
        Variance variance,
        String clusters,
        SmallSample smallSample,
        double tolerance,
        int maxIterations)
        implements Serializable {
    Specification specification() {
        return new Specification(
                Formula.parse(formula),
                Optional.of(weights).filter(column -> !column.isEmpty()),
                Optional.of(offset).filter(column -> !column.isEmpty()),
                clusters.isBlank() ? variance : Variance.clustered,
                Grouping.parse(clusters),
                smallSample,
                tolerance,
                maxIterations);
    }
}
