package tradelake.lake.console;

import tradelake.lake.Story;

/** Tells a run's story somewhere, with Spark's progress; closed when the run is over, however it went. */
public interface Teller extends Story, TaskView, AutoCloseable {
    /** The run could not be finished: the last thing that is told. */
    void failed(String message, int exitCode);

    @Override
    void close();
}
