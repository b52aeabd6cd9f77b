package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.List;

/** A model that reads its case from a folder of CSV files. */
@FunctionalInterface
public interface Simulation {
    /** Solves every scenario of the folder; the first table is the one about economies, or about partners. */
    List<ResultTable> run(Path folder);
}
