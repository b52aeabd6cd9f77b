package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace makes itself, what it is lent, and what becomes of both when the lake beside it goes on. */
class WorkspaceTest {
    @TempDir
    Path folder;

    private ObjectStore shared;
    private ObjectStore mine;
    private int number;

    @BeforeEach
    void open() {
        shared = store("shared");
        mine = store("mine");
    }

    /** Rain as measured, a place at a time. */
    private record Measure(String measured) implements Work {
        @Override
        public String name() {
            return "measure";
        }

        @Override
        public List<Table> outputs() {
            return List.of(PipelineTest.RAINFALL);
        }

        @Override
        public List<Table> inputs() {
            return List.of();
        }

        @Override
        public String dependsOn() {
            return measured;
        }

        @Override
        public void perform(RunningWork run) {
            List<Row> rows = Arrays.stream(measured.split(","))
                    .map(line -> line.split(" "))
                    .map(cell -> RowFactory.create(cell[0], Integer.valueOf(cell[1]), Double.valueOf(cell[2])))
                    .toList();
            run.replacePartitions(
                    PipelineTest.RAINFALL, run.of(PipelineTest.RAINFALL, rows), List.of(RowFactory.create("A")));
        }
    }

    /** Copies what was measured, by the setting so many times. */
    private record Times(int setting, Table from, Table output) implements Job {
        @Override
        public List<Table> inputs() {
            return List.of(from);
        }

        @Override
        public String dependsOn() {
            return "times " + setting;
        }

        @Override
        public Dataset<Row> compute(Tables in) {
            return in.read(from)
                    .withColumn(
                            PipelineTest.RAIN.name(), PipelineTest.RAIN.col().multiply(setting));
        }
    }

    /** Whoever runs it with the setting 1 has what the lake has. */
    private Manifest run(ObjectStore store, String measured, int setting) {
        Catalog catalog = new Catalog(List.of(
                new Measure(measured),
                new Times(1, PipelineTest.RAINFALL, PipelineTest.GAUGED),
                new Times(setting, PipelineTest.GAUGED, PipelineTest.COPIED)));
        Runs runs = new Runs(store);
        Pipeline pipeline = new Pipeline(catalog, runs, Workspace.of(store));
        RunContext context = new RunContext(
                "%06d".formatted(++number),
                new Lake(TestSession.get(), store),
                Story.SILENT,
                Clock.systemUTC(),
                "test",
                Map.of(),
                List.of(),
                1,
                () -> {});
        return pipeline.end(pipeline.run(context, Selection.ALL, false, List.of()), context, runs.lastPointer());
    }

    @Test
    void itMakesWhatItsSettingChangesAndReadsTheRest() {
        run(shared, "A 1 2.0,B 1 4.0", 1);
        String before = Listing.of(folder.resolve("shared"));
        Workspace.make(mine, shared);
        assertThat(made(run(mine, "A 1 2.0,B 1 4.0", 10))).containsExactly("gold.copied_rain");
        assertThat(published(mine)).containsOnly(Map.entry("A", 20.0), Map.entry("B", 40.0));
        assertThat(published(shared)).containsOnly(Map.entry("A", 2.0), Map.entry("B", 4.0));
        assertThat(Listing.of(folder.resolve("shared"))).isEqualTo(before);
        assertThat(folder.resolve("mine").toFile().list()).containsExactlyInAnyOrder("gold", "runs", "workspace.json");
        assertThat(made(run(mine, "A 1 2.0,B 1 4.0", 10))).isEmpty();
    }

    @Test
    void itFollowsTheLakeWhenItIsBuiltAgainAndNotBefore() {
        run(shared, "A 1 2.0", 1);
        Workspace.make(mine, shared);
        run(mine, "A 1 2.0", 10);
        run(shared, "A 1 3.0", 1);
        assertThat(published(mine)).containsOnly(Map.entry("A", 20.0));
        assertThat(made(run(mine, "A 1 3.0", 10))).containsExactly("gold.copied_rain");
        assertThat(published(mine)).containsOnly(Map.entry("A", 30.0));
        assertThat(made(run(mine, "A 1 3.0", 1))).as("the lake has it").isEmpty();
        assertThat(published(mine)).containsOnly(Map.entry("A", 3.0));
        assertThat(made(run(mine, "A 1 3.0", 10))).containsExactly("gold.copied_rain");
        assertThat(published(mine)).as("in place of what was made before").containsOnly(Map.entry("A", 30.0));
    }

    /** A partition is no table: what is lent is not built upon, and what was made is. */
    @Test
    void whatIsMadeByPartitionsIsMadeWholeOnce() {
        run(shared, "A 1 2.0,B 1 4.0", 1);
        Workspace.make(mine, shared);
        run(mine, "A 1 5.0,C 1 1.0", 1);
        assertThat(published(mine)).containsOnly(Map.entry("A", 5.0), Map.entry("C", 1.0));
        run(mine, "A 1 6.0", 1);
        assertThat(published(mine)).containsOnly(Map.entry("A", 6.0), Map.entry("C", 1.0));
        assertThat(published(shared)).containsOnly(Map.entry("A", 2.0), Map.entry("B", 4.0));
    }

    @Test
    void itsManifestSaysWhereATableLies() {
        run(shared, "A 1 2.0", 1);
        Workspace.make(mine, shared);
        run(mine, "A 1 2.0", 10);
        assertThat(new Runs(mine).published().orElseThrow().tables().entrySet())
                .extracting(Map.Entry::getKey, table -> table.getValue().lake())
                .containsExactlyInAnyOrder(
                        tuple("bronze.rainfall", shared.root().toString()),
                        tuple("silver.gauged_rain", shared.root().toString()),
                        tuple("gold.copied_rain", null));
    }

    @Test
    void whatCannotBeAWorkspaceIsRefused() {
        assertRefused(mine, shared, "Nothing is published in the lake ");
        run(shared, "A 1 2.0", 1);
        assertRefused(store("shared/mine"), shared, "one lies inside the other");
        assertRefused(shared, shared, "one lies inside the other");
        run(mine, "A 1 2.0", 1);
        assertRefused(mine, shared, "it is a lake of its own. Choose another --out.");
        ObjectStore third = store("third");
        Workspace.make(third, shared);
        Workspace.make(third, shared);
        assertRefused(third, mine, "it is a workspace beside " + shared.root());
        assertRefused(store("fourth"), third, "is a workspace itself: work beside its lake, --lake " + shared.root());
        assertThat(folder.resolve("fourth")).doesNotExist();
    }

    private static void assertRefused(ObjectStore out, ObjectStore lake, String because) {
        assertThatThrownBy(() -> Workspace.make(out, lake))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(because);
    }

    private ObjectStore store(String name) {
        return new ObjectStore(
                new org.apache.hadoop.fs.Path(folder.resolve(name).toUri()), new Configuration());
    }

    private static List<String> made(Manifest manifest) {
        return manifest.work().stream().map(Manifest.WorkReport::name).toList();
    }

    private static Map<String, Double> published(ObjectStore store) {
        Manifest manifest = new Runs(store).published().orElseThrow();
        return new Lake(TestSession.get(), store)
                .read(PipelineTest.COPIED, manifest.tables().get(PipelineTest.COPIED.name())).collectAsList().stream()
                        .collect(Collectors.toMap(PipelineTest.PLACE::in, PipelineTest.RAIN::in));
    }
}
