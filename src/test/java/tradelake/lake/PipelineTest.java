package tradelake.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
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

class PipelineTest {
    static final Field<String> PLACE = Field.code("place", Text.of("Where", "地点"));
    static final Field<Integer> HOUR = Field.integer("hour", "", Text.of("When", "时间"));
    static final Field<Double> RAIN = Field.measure("rain_mm", "mm", Text.of("Rain that fell", "降雨量"));
    static final Table RAINFALL = Table.named(Layer.BRONZE, "rainfall")
            .meaning("Rain as measured.", "实测降雨。")
            .oneRowPer(PLACE, HOUR)
            .measuring(RAIN)
            .partitionedBy(PLACE)
            .always("no_negative_rain", "rain_mm >= 0")
            .build();
    static final Table TOTALS = Table.named(Layer.SILVER, "rain_by_place")
            .meaning("Rain by place.", "各地降雨。")
            .oneRowPer(PLACE)
            .measuring(RAIN)
            .always("no_flood", "rain_mm < 100")
            .build();

    static final Table MORE = Table.named(Layer.SILVER, "rain_by_place")
            .meaning("Rain by place and the last hour of it.", "各地降雨及最后时间。")
            .oneRowPer(PLACE)
            .measuring(HOUR, RAIN)
            .always("no_great_flood", "rain_mm < 500")
            .build();

    static final Table GAUGED = Table.named(Layer.SILVER, "gauged_rain")
            .meaning("Rain as the gauge reads.", "雨量计读数。")
            .oneRowPer(PLACE, HOUR)
            .measuring(RAIN)
            .build();

    static final Table COPIED = Table.named(Layer.GOLD, "copied_rain")
            .meaning("Rain as the gauge reads, copied.", "雨量计读数的副本。")
            .oneRowPer(PLACE, HOUR)
            .measuring(RAIN)
            .build();

    @TempDir
    Path folder;

    Lake lake;
    Runs runs;
    int number;
    String measured = "A 1 2.0,A 2 3.0,B 1 4.0";
    List<String> replaced = List.of("A", "B");
    int gauge = 1;
    int stepsAtOnce = 2;

    @BeforeEach
    void open() {
        ObjectStore store = new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
        lake = new Lake(TestSession.get(), store);
        runs = new Runs(store);
    }

    /** Takes what {@link #measured} says, a whole partition at a time. */
    class Measure implements Work {
        @Override
        public String name() {
            return "measure";
        }

        @Override
        public List<Table> outputs() {
            return List.of(RAINFALL);
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
            List<Row> rows = measured.isEmpty()
                    ? List.of()
                    : List.of(measured.split(",")).stream()
                            .map(line -> line.split(" "))
                            .map(cell -> RowFactory.create(cell[0], Integer.valueOf(cell[1]), Double.valueOf(cell[2])))
                            .toList();
            run.replacePartitions(
                    RAINFALL,
                    run.of(RAINFALL, rows),
                    replaced.stream().map(RowFactory::create).toList());
        }
    }

    /** Reads the rain off a gauge whose faults nothing tells of: they are no part of what it depends on. */
    class Gauge implements Job {
        @Override
        public Table output() {
            return GAUGED;
        }

        @Override
        public List<Table> inputs() {
            return List.of(RAINFALL);
        }

        @Override
        public Dataset<Row> compute(Tables in) {
            return in.read(RAINFALL).withColumn(RAIN.name(), RAIN.col().multiply(gauge));
        }
    }

    /** A gauge that depends on what it read before. */
    class RememberingGauge extends Gauge {
        @Override
        public boolean remembers() {
            return true;
        }
    }

    /** Takes the gauge's word for it. */
    record Copy() implements Job {
        @Override
        public Table output() {
            return COPIED;
        }

        @Override
        public List<Table> inputs() {
            return List.of(GAUGED);
        }

        @Override
        public Dataset<Row> compute(Tables in) {
            return in.read(GAUGED);
        }
    }

    /** Adds the hours up and names the last one: another table of the same name, with another column and another rule. */
    record AddUpMore() implements Job {
        @Override
        public Table output() {
            return MORE;
        }

        @Override
        public List<Table> inputs() {
            return List.of(RAINFALL);
        }

        @Override
        public Dataset<Row> compute(Tables in) {
            return in.read(RAINFALL)
                    .groupBy(PLACE.col())
                    .agg(
                            HOUR.as(org.apache.spark.sql.functions.max(HOUR.col())),
                            RAIN.as(org.apache.spark.sql.functions.sum(RAIN.col())));
        }
    }

    /** Adds the hours up. */
    record AddUp(Table from) implements Job {
        @Override
        public Table output() {
            return TOTALS;
        }

        @Override
        public List<Table> inputs() {
            return List.of(from);
        }

        @Override
        public Dataset<Row> compute(Tables in) {
            return in.read(from).groupBy(PLACE.col()).agg(RAIN.as(org.apache.spark.sql.functions.sum(RAIN.col())));
        }
    }

    Manifest run() {
        return run(new Measure(), new AddUp(RAINFALL));
    }

    Manifest run(Work... works) {
        return run(Selection.ALL, false, works);
    }

    Manifest run(Selection selection, boolean full, Work... works) {
        Pipeline pipeline = new Pipeline(new Catalog(List.of(works)), runs);
        RunContext context = new RunContext(
                "%06d".formatted(++number),
                lake,
                Story.SILENT,
                Clock.systemUTC(),
                "test",
                Map.of(),
                List.of(),
                stepsAtOnce,
                () -> {});
        return pipeline.end(pipeline.run(context, selection, full, List.of()), context, runs.lastPointer());
    }

    Map<String, Double> published() {
        Manifest manifest = runs.published().orElseThrow();
        return lake.read(TOTALS, manifest.versions().get(TOTALS.name())).collectAsList().stream()
                .collect(Collectors.toMap(PLACE::in, RAIN::in));
    }

    @Test
    void aRunMakesAuditsAndPublishes() {
        Manifest manifest = run();
        assertThat(manifest.status()).isEqualTo("published");
        assertThat(published()).containsOnly(Map.entry("A", 2.0 + 3.0), Map.entry("B", 4.0));
        assertThat(manifest.work())
                .extracting(Manifest.WorkReport::name)
                .containsExactly("measure", "silver.rain_by_place");
        assertThat(manifest.work().get(0).rules()).isEqualTo(2);
    }

    @Test
    void thePlanNamesWhatChanged() {
        run();
        measured = "A 2020 5";
        assertThat(new Pipeline(new Catalog(List.of(new Measure(), new AddUp(RAINFALL))), runs)
                        .plan(Selection.ALL, false))
                .extracting(Story.Planned::work, Story.Planned::reason)
                .containsExactly(
                        tuple("measure", "its settings, reference data or code changed"),
                        tuple("silver.rain_by_place", "bronze.rainfall changed"));
    }

    @Test
    void nothingIsMadeTwice() {
        Map<String, Long> first = run().versions();
        Manifest second = run();
        assertThat(second.work()).isEmpty();
        assertThat(second.versions()).isEqualTo(first);
        lake.spark().sql("OPTIMIZE delta.`" + lake.path(TOTALS) + "`");
        assertThat(run().work()).isEmpty();
    }

    @Test
    void whatReadsARememberingTableIsMadeAnewWithIt() {
        Work[] works = {new Measure(), new RememberingGauge(), new Copy()};
        run(works);
        gauge = 2;
        Selection again = new Selection(List.of(GAUGED.name()));
        assertThat(run(again, true, works).status()).isEqualTo("built");
        assertThat(new Pipeline(new Catalog(List.of(works)), runs).plan(Selection.ALL, false))
                .extracting(Story.Planned::work, Story.Planned::reason)
                .containsExactly(
                        tuple("measure", "fresh"),
                        tuple(GAUGED.name(), "fresh"),
                        tuple(COPIED.name(), GAUGED.name() + " changed"));
        Manifest last = run(works);
        assertThat(lake.read(COPIED, last.versions().get(COPIED.name())).collectAsList())
                .extracting(RAIN::in)
                .containsExactlyInAnyOrder(4.0, 6.0, 8.0);
        assertThat(run(works).work()).isEmpty();
    }

    @Test
    void onlyTheReplacedPartitionsChangeAndAnEmptiedOneGoes() {
        run();
        measured = "A 7 1.5";
        replaced = List.of("A");
        run();
        assertThat(published()).containsOnly(Map.entry("A", 1.5), Map.entry("B", 4.0));
        measured = "";
        replaced = List.of("B");
        Manifest manifest = run();
        assertThat(published()).containsOnly(Map.entry("A", 1.5));
        assertThat(manifest.tables().get(RAINFALL.name()).rows()).isEqualTo(1);
    }

    @Test
    void aBrokenRuleStopsTheRunAndReadersSeeTheRunBefore() {
        run();
        measured = "A 1 -2.0";
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).hasMessageContaining("no_negative_rain");
        assertThat(published()).containsEntry("A", 5.0);
        assertThat(runs.latest().orElseThrow().status()).isEqualTo("failed");
        measured = "A 1 9.0,B 1 4.0";
        run();
        assertThat(published()).containsEntry("A", 9.0);
    }

    @Test
    void whatTheRunFailedOfIsHeardAlsoWhereItCannotBeSaved() {
        Work fails = new Measure() {
            @Override
            public void perform(RunningWork run) {
                lake.store().delete("runs");
                lake.store().put("runs", new byte[0]);
                throw new CheckFailed("The gauge is broken.");
            }
        };
        assertThatThrownBy(() -> run(fails))
                .isInstanceOf(CheckFailed.class)
                .hasMessage("The gauge is broken.")
                .satisfies(e -> assertThat(e.getSuppressed()).hasAtLeastOneElementOfType(BadInput.class));
    }

    @Test
    void aDoubledKeyStopsTheRun() {
        measured = "A 1 2.0,A 1 3.0";
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).hasMessageContaining("1 keys (place, hour)");
        assertThat(runs.published()).isEmpty();
    }

    @Test
    void whatADeadRunCommittedButNeverNamedIsTakenBack() {
        run();
        lake.overwritePartitions(
                RAINFALL,
                Drawn.rows(RAINFALL, """
            place hour rain_mm
            B     1    99
            """),
                "");
        measured = "A 1 1.0";
        replaced = List.of("A");
        run();
        assertThat(published()).containsOnly(Map.entry("A", 1.0), Map.entry("B", 4.0));
    }

    @Test
    void ofTwoRunsThatBeganTogetherOnePublishes() {
        long base = runs.lastPointer();
        run();
        Manifest late = runs.latest().orElseThrow();
        assertThatThrownBy(() -> runs.publish(late, base)).isInstanceOf(TryLater.class);
    }

    /** What is measured cannot be made from anything in the lake: a broken rule behind it must not throw it away. */
    @Test
    void aBrokenRuleLeavesWhatIsMadeOfNothingInTheLake() {
        run();
        measured = "A 1 500.0";
        assertThatThrownBy(this::run).isInstanceOf(CheckFailed.class).hasMessageContaining("no_flood");
        assertThat(runs.latest().orElseThrow().tables()).containsKey(RAINFALL.name());
        assertThat(published()).containsEntry("A", 5.0);
    }

    /** A rule of the totals that breaks makes what they were added up from suspect: the next run makes both anew. */
    @Test
    void whatABrokenRuleWasComputedFromIsMadeAnew() {
        Work[] works = {new Measure(), new Gauge(), new AddUp(GAUGED)};
        gauge = 100;
        assertThatThrownBy(() -> run(works)).isInstanceOf(CheckFailed.class).hasMessageContaining("no_flood");
        assertThat(runs.latest().orElseThrow().tables()).containsOnlyKeys(RAINFALL.name());
        gauge = 1;
        assertThat(run(works).work())
                .extracting(Manifest.WorkReport::name)
                .containsExactly(GAUGED.name(), TOTALS.name());
        assertThat(published()).containsOnly(Map.entry("A", 5.0), Map.entry("B", 4.0));
    }

    /** While one step finds a rule broken, another may have been made from the same rows: it must not pass as fresh either. */
    @Test
    void whatElseWasComputedFromSuspectRowsIsMadeAnewToo() {
        Work[] works = {new Measure(), new Gauge(), new Copy(), new AddUp(GAUGED)};
        gauge = 100;
        stepsAtOnce = 1;
        assertThatThrownBy(() -> run(works)).isInstanceOf(CheckFailed.class).hasMessageContaining("no_flood");
        assertThat(runs.latest().orElseThrow().work())
                .extracting(Manifest.WorkReport::name)
                .as("made before the rule was found broken")
                .contains(COPIED.name());
        assertThat(runs.latest().orElseThrow().tables()).containsOnlyKeys(RAINFALL.name());
    }

    /** A new version of the program may have other columns and rules for a table than those that a lake was made with. */
    @Test
    void aTableThatIsDeclaredDifferentlyIsMadeAnewInItsPlace() {
        run();
        Manifest manifest = run(new Measure(), new AddUpMore());
        assertThat(manifest.work()).extracting(Manifest.WorkReport::name).containsExactly("silver.rain_by_place");
        assertThat(lake.read(MORE, manifest.versions().get(MORE.name())).collectAsList())
                .extracting(row -> PLACE.in(row) + " " + HOUR.in(row) + " " + RAIN.in(row))
                .containsExactlyInAnyOrder("A 2 5.0", "B 1 4.0");
        measured = "A 1 600.0";
        assertThatThrownBy(() -> run(new Measure(), new AddUpMore()))
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("no_great_flood");
    }

    @Test
    void theLastVersionIsOursUnlessAnotherWriterCameBetween() {
        lake.noteRun("000009");
        commits("000001", "000008", "000009", "000009");
        assertThat(lake.ownVersion(TOTALS, 0))
                .as("a dead run's commit before ours")
                .isEqualTo(3);
        assertThat(lake.ownVersion(TOTALS, 3)).as("nothing to change").isEqualTo(3);
        for (String[] runs : new String[][] {
            {"000001", "000009", "000008"}, {"000001", "000009", "000008", "000009"}, {"000001", "000008"}
        }) {
            commits(runs);
            assertThatThrownBy(() -> lake.ownVersion(TOTALS, 0))
                    .as(String.join(", ", runs))
                    .isInstanceOf(TryLater.class)
                    .hasMessageStartingWith("Another writer committed to silver.rain_by_place");
        }
    }

    /** The log of the totals, as far as it says which runs committed the versions. */
    private void commits(String... by) {
        String log = "silver/rain_by_place/_delta_log";
        lake.store().delete(log);
        for (int version = 0; version < by.length; version++)
            lake.store()
                    .put(
                            "%s/%020d.json".formatted(log, version),
                            "{\"run\":\"%s\"}".formatted(by[version]).getBytes(UTF_8));
    }
}
