package tradelake.lake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Performs steps, several at once: each as soon as those that make what it reads have ended. On its own a step leaves cores
 * idle while its queries are planned and while its last task runs.
 */
final class SideBySide {
    private final Consumer<Work> performer;
    private final Set<Work> waiting;
    private final Set<Work> running = new LinkedHashSet<>();

    private SideBySide(List<Work> steps, Consumer<Work> performer) {
        this.waiting = new LinkedHashSet<>(steps);
        this.performer = performer;
    }

    /**
     * Performs all steps. Once one fails no other begins, those under way are waited for, and the first failure is thrown.
     *
     * @param steps in an order in which each comes after those it reads from
     * @param atOnce how many may run at the same time, 1 or more
     */
    static void perform(List<Work> steps, int atOnce, Consumer<Work> performer) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, SideBySide::daemon);
        try {
            Throwable failure = new SideBySide(steps, performer).untilAllEnded(atOnce, threads);
            if (failure != null) throwAsItIs(failure);
        } finally {
            threads.shutdown();
        }
    }

    /** How a step ended; no failure is a good end. */
    private record Ended(Work step, Throwable failure) {}

    private Throwable untilAllEnded(int atOnce, ExecutorService threads) {
        CompletionService<Ended> ends = new ExecutorCompletionService<>(threads);
        Throwable failure = null;
        while (true) {
            while (failure == null && running.size() < atOnce && begin(ends)) {}
            if (running.isEmpty()) return failure;
            Ended ended = next(ends);
            running.remove(ended.step());
            if (failure == null) failure = ended.failure();
            else if (ended.failure() != null) failure.addSuppressed(ended.failure());
        }
    }

    /** Begins the first step that can begin; false where none can. */
    private boolean begin(CompletionService<Ended> ends) {
        for (Work step : waiting)
            if (waiting.stream().noneMatch(other -> feeds(other, step))
                    && running.stream().noneMatch(other -> feeds(other, step))) {
                waiting.remove(step);
                running.add(step);
                ends.submit(() -> end(step));
                return true;
            }
        return false;
    }

    private Ended end(Work step) {
        try {
            performer.accept(step);
            return new Ended(step, null);
        } catch (Throwable e) {
            return new Ended(step, e);
        }
    }

    private static boolean feeds(Work maker, Work reader) {
        return maker.outputs().stream().anyMatch(reader.inputs()::contains);
    }

    /** A run does not end while a step may still commit: an interruption is kept for whoever comes after. */
    private static Ended next(CompletionService<Ended> ends) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return ends.take().get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A step ended without saying how", e);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "step");
        thread.setDaemon(true);
        return thread;
    }

    /** Spark throws checked exceptions unannounced, and whoever catches them looks for what they are. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwAsItIs(Throwable failure) throws E {
        throw (E) failure;
    }
}
