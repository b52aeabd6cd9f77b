package tradelake.lake;

import java.util.List;
import java.util.function.Consumer;

/** A measurement of this project's own speed on made-up data: {@code tradelake bench NAME}. */
public interface Benchmark {
    /** How it is called on the command line. */
    String name();

    /** What is measured, in one sentence. */
    String meaning();

    /**
     * Runs it.
     *
     * @param size how many times the usual data
     * @param notes is told what is being done
     */
    List<Measure> run(int size, Consumer<String> notes);

    /** Throws {@link CheckFailed} where the numbers prove a fault; called when they have been shown. */
    default void judge(List<Measure> measures) {}

    /**
     * One number.
     *
     * @param size times the usual data
     */
    record Measure(int size, String what, double value, String unit) {}
}
