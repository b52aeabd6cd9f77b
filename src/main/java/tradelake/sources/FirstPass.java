package tradelake.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import tradelake.lake.Outage;

/**
 * Reads every file once from the first byte to the last before anything is written, so that a damaged or foreign file
 * is known, and the rows and dollars that must be found again at the end. Bad content never throws: it is in the facts.
 */
public final class FirstPass {
    private final Configuration hadoop;
    private final int threads;

    public FirstPass(Configuration hadoop, int threads) {
        this.hadoop = hadoop;
        this.threads = threads;
    }

    /** The facts of each file, in the order given. */
    public List<FileFacts> over(List<Path> files) {
        return over(files, facts -> {});
    }

    /** The same; each file is told of as soon as it is done, from any thread. */
    public List<FileFacts> over(List<Path> files, Consumer<FileFacts> done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<FileFacts>> futures = new ArrayList<>();
            for (Path file : files) futures.add(pool.submit(() -> examined(file, done)));
            List<FileFacts> facts = new ArrayList<>();
            for (Future<FileFacts> future : futures) facts.add(future.get());
            return List.copyOf(facts);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The first pass failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The first pass was interrupted.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private FileFacts examined(Path file, Consumer<FileFacts> done) {
        FileFacts facts = of(file);
        done.accept(facts);
        return facts;
    }

    /** The facts of one file. */
    public FileFacts of(Path file) {
        try (OpenedFile opened = OpenedFile.open(file, hadoop)) {
            return new Examination(file, opened).facts();
        } catch (IOException e) {
            Outage.behind(e).ifPresent(outage -> {
                throw outage;
            });
            return FileFacts.unreadable(file, Refusal.unreadable(file.getName(), e));
        }
    }
}
