package tradelake.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;

/** Published runs of one table; the only row of each version is the run's number. */
public final class DrawnRuns {
    private static final Field<Integer> NUMBER = Field.integer("number", "", Text.of("Number of the run", "运行编号"));

    public static final Table TABLE = Table.named(Layer.GOLD, "numbers")
            .meaning("The number of the run.", "运行编号。")
            .oneRowPer(NUMBER)
            .build();

    private final Lake lake;
    private final Runs runs;

    public DrawnRuns(Lake lake) {
        this.lake = lake;
        this.runs = new Runs(lake.store());
        lake.createAnew(TABLE);
    }

    /**
     * The version that a run of this number makes is the one of this number, the first being empty.
     *
     * @param ended after now
     */
    public void publish(int number, Duration ended) {
        lake.overwrite(
                TABLE,
                lake.spark().createDataFrame(List.of(RowFactory.create(number)), TABLE.schema()),
                "run " + number);
        Manifest.TableState state = new Manifest.TableState(number, "", "", "", 1, Map.of(), "");
        String id = "%06d".formatted(number);
        runs.save(Manifest.after(null, id, Instant.now().toString(), "test", List.of(), Map.of())
                .withTables(Map.of(TABLE.name(), state))
                .ended(Manifest.PUBLISHED, Instant.now().plus(ended).toString(), null));
    }

    /** Makes the last run what readers see, although it did not make every table. */
    public static void publishTheLast(ObjectStore store) {
        Runs runs = new Runs(store);
        Manifest last = runs.latest().orElseThrow();
        runs.publish(last.ended(Manifest.PUBLISHED, Instant.now().toString(), null), runs.lastPointer());
    }

    public List<Integer> values(int number) {
        return lake.read(TABLE, number).collectAsList().stream().map(NUMBER::in).toList();
    }
}
