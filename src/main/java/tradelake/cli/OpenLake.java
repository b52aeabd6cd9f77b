package tradelake.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import tradelake.claims.ClaimFiles;
import tradelake.claims.Claims;
import tradelake.lake.BadInput;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Story;
import tradelake.lake.Workspace;
import tradelake.reference.Indices;
import tradelake.reference.Reference;
import tradelake.serve.Snapshots;
import tradelake.sources.InputFiles;
import tradelake.tariffs.study.StudyReader;

/** A lake with the Spark session that works on it, closed together. */
final class OpenLake implements AutoCloseable {
    private final Setup setup;
    private final Reference reference;
    private final Indices indices;
    private final Claims claims;
    private final boolean ours;
    private final SparkSession spark;
    private final Lake lake;

    private OpenLake(Setup setup) {
        this.setup = setup;
        Path conf = Home.folder().resolve("conf");
        this.reference = Reference.load(conf);
        this.indices = Indices.load(conf, reference);
        this.claims = ClaimFiles.in(conf.resolve("claims"), reference);
        requireSettings();
        this.ours = !SparkSessions.isOpen();
        this.spark = SparkSessions.open(setup);
        this.lake = new Lake(
                spark,
                new ObjectStore(
                        new org.apache.hadoop.fs.Path(setup.lake()),
                        spark.sparkContext().hadoopConfiguration()));
    }

    /** Settings that some step cannot use are refused before Spark starts and before a file is read. */
    private void requireSettings() {
        TradelakeCatalog.declared(setup.settings(), reference, indices);
    }

    /** A lake that may not be there yet. */
    static OpenLake toWrite(Setup setup) {
        return new OpenLake(setup);
    }

    /**
     * A lake that files are taken into. Inputs that are not there or hold no trade file are refused before Spark starts; what
     * lies elsewhere needs Spark's credentials and is looked at by {@link Refresh#reading}.
     */
    static OpenLake toFill(Setup setup, List<String> inputs) {
        if (inputs.stream().noneMatch(Home::isRemote) && !SparkSessions.areSubmitted())
            InputFiles.requireSome(
                    inputs.stream().map(org.apache.hadoop.fs.Path::new).toList(), new Configuration());
        return new OpenLake(setup);
    }

    /** A lake that some run has written to; one on this machine that is not there is refused before Spark starts. */
    static OpenLake toRead(Setup setup) {
        requireThere(setup);
        OpenLake open = new OpenLake(setup);
        if (open.runs().latest().isPresent()) return open;
        open.close();
        throw missing(setup);
    }

    /**
     * A lake whose tables are made.
     *
     * @param out the workspace in which they are made instead; it need not be there yet
     */
    static OpenLake toBuild(Setup setup, Optional<String> out) {
        if (out.isEmpty()) return toRead(setup);
        requireThere(setup);
        OpenLake open = new OpenLake(setup.at(out.get()));
        try {
            Workspace.make(open.lake.store(), open.lake.store().at(setup.lake()));
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /** Throws {@link BadInput} for a path of this machine without a lake; of others only Spark can tell. */
    static void requireThere(Setup setup) {
        if (SparkSessions.areSubmitted()) return;
        if (Home.onThisMachine(setup.lake())
                .filter(lake -> !Files.isDirectory(lake.resolve("runs")))
                .isPresent()) throw missing(setup);
    }

    /** What to say of a lake that no run has written to. */
    static BadInput missing(Setup setup) {
        return new BadInput(
                "There is no lake at %s yet. Make one with: tradelake refresh --lake %1$s".formatted(setup.lake()));
    }

    Refresh refresh(Story story) {
        return new Refresh(
                lake,
                setup.settings(),
                reference,
                indices,
                claims,
                studies().standing(),
                Workspace.of(lake.store()),
                story,
                Clock.systemUTC());
    }

    /** Reads scenarios with all that decides their answers. */
    StudyReader studies() {
        return new StudyReader(setup.settings(), reference, Home.folder());
    }

    Reference reference() {
        return reference;
    }

    Lake lake() {
        return lake;
    }

    Runs runs() {
        return new Runs(lake.store());
    }

    /** Where the report of what readers see lies. */
    Optional<String> report() {
        return Snapshots.report(lake.store());
    }

    /** What readers see; a lake that was never published is a mistake of whoever asks. */
    Manifest published() {
        return runs().published()
                .orElseThrow(
                        () -> new BadInput("Nothing is published in the lake %s yet. Run: tradelake refresh --lake %s"
                                .formatted(setup.lake(), setup.lake())));
    }

    /** The published run in Spark's catalog; refused where the catalog ends with our session and nobody would see it. */
    CatalogViews views(CatalogSchema schema) {
        if (ours && spark.conf().get("spark.sql.catalogImplementation").equals("in-memory"))
            throw new BadInput(
                    "Cannot register in %s: this Spark keeps its catalog in memory, so the views would be gone at once; set spark.sql.catalogImplementation=hive and a metastore."
                            .formatted(schema));
        return new CatalogViews(
                lake,
                TradelakeCatalog.declared(setup.settings(), reference, indices).tables(),
                schema);
    }

    /** What must be said over every answer. */
    List<String> labels() {
        return published().labels();
    }

    Setup setup() {
        return setup;
    }

    @Override
    public void close() {
        if (ours && !SparkSessions.areSubmitted()) spark.stop();
    }
}
