package tradelake.lake.console;

/** Who is shown how far Spark has come with a job. */
@FunctionalInterface
public interface TaskView {
    /**
     * Called from Spark's listener thread, often.
     *
     * @param job the Spark job group, which is the name of the step
     * @param done tasks that ended well
     * @param known tasks known so far: more may become known, as each query starts its own
     */
    void tasks(String job, int done, int known);
}
