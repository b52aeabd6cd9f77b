package tradelake.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads that share out numbered pieces of work. The pieces do not depend on the number of threads, so that sums taken
 * piece by piece are the same, to the last bit, on any machine.
 */
public final class Lanes implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    public Lanes(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "ppml");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As many as this machine has cores. */
    public static Lanes all() {
        return new Lanes(Runtime.getRuntime().availableProcessors());
    }

    /** Does pieces 0 to n - 1 and waits until all are done. */
    void each(int n, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        Runnable lane = () -> {
            for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) piece.accept(i);
        };
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, n); i++) running.add(others.submit(lane));
        lane.run();
        running.forEach(Lanes::await);
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model was fitted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Rows 0 to n - 1 in pieces that depend on n alone. */
    record Range(int rows, int pieces) {
        private static final int ROWS_A_PIECE = 16_384;

        static Range over(int rows) {
            return new Range(rows, Math.max(1, Math.min(64, rows / ROWS_A_PIECE)));
        }

        /** The work on the rows from one to another, which is not in it. */
        @FunctionalInterface
        interface Work {
            void on(int from, int to);
        }

        /** Work that adds to sums. */
        @FunctionalInterface
        interface Summing {
            void on(int from, int to, double[] sums);
        }

        void each(Lanes lanes, Work work) {
            lanes.each(pieces, piece -> work.on(bound(piece), bound(piece + 1)));
        }

        double[] sums(Lanes lanes, int width, Summing work) {
            double[][] parts = new double[pieces][width];
            lanes.each(pieces, piece -> work.on(bound(piece), bound(piece + 1), parts[piece]));
            double[] total = new double[width];
            for (double[] part : parts) for (int i = 0; i < width; i++) total[i] += part[i];
            return total;
        }

        private int bound(int piece) {
            return (int) ((long) rows * piece / pieces);
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
