package tradelake.cli;

import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import tradelake.lake.BadInput;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;

/** The manifests of a lake: of one on this machine read without Spark, which would take some seconds to start. */
final class LakeRuns implements AutoCloseable {
    private final Runs runs;
    private final AutoCloseable session;

    private LakeRuns(Runs runs, AutoCloseable session) {
        this.runs = runs;
        this.session = session;
    }

    /** Throws {@link BadInput} where no run has written to the lake. */
    static LakeRuns of(Setup setup) {
        LakeRuns open = open(setup);
        if (open.runs.latest().isPresent()) return open;
        open.close();
        throw OpenLake.missing(setup);
    }

    /** What readers see of a lake on this machine; empty where there is none, or where looking takes more than a moment. */
    static Optional<Manifest> published(Setup setup) {
        return Home.onThisMachine(setup.lake())
                .filter(folder -> Files.isDirectory(folder.resolve("runs")))
                .flatMap(folder -> open(setup).runs.published());
    }

    private static LakeRuns open(Setup setup) {
        if (Home.onThisMachine(setup.lake()).isPresent())
            return new LakeRuns(new Runs(new ObjectStore(new Path(setup.lake()), new Configuration())), () -> {});
        OpenLake lake = OpenLake.toRead(setup);
        return new LakeRuns(lake.runs(), lake);
    }

    Runs runs() {
        return runs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close the session", e);
        }
    }
}
