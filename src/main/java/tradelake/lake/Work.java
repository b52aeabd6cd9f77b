package tradelake.lake;

import java.util.List;
import java.util.Optional;

/**
 * A step of the pipeline that makes one or more tables. It is stale when the fingerprint of its inputs, of its settings or
 * of its own revision differs from that of its last good commit.
 */
public interface Work {
    /** The name that {@code build -s} and the plan use. */
    String name();

    List<Table> outputs();

    List<Table> inputs();

    /** Whatever else decides the result: values of settings, reference data. Equal texts promise equal results. */
    default String dependsOn() {
        return "";
    }

    /**
     * What steps that read the outputs depend on, where that is less than all this step depends on: a file that was moved
     * changes what is known of it and nothing that is computed from it.
     */
    default Optional<String> content() {
        return Optional.empty();
    }

    /**
     * Whether the outputs depend on what they were before, so that equal fingerprints do not promise equal rows: steps that
     * read them are stale when they are made again.
     */
    default boolean remembers() {
        return false;
    }

    /** Raised by hand when the code changes what it computes. */
    default int revision() {
        return 1;
    }

    /** Makes the outputs and commits each of them. */
    void perform(RunningWork run);
}
