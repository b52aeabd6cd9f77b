package tradelake.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataTypes;
import tradelake.harmonise.Ledger;
import tradelake.lake.Field;
import tradelake.lake.Json;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Settings;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** A lake of two tables whose Parquet files are drawn by hand, so that no Spark is needed to have it. */
final class DrawnLake {
    private static final Field<String> KEY = Field.code("key", Text.of("What a row is of", "键"));
    private static final Field<Double> VALUE = Field.measure("value", "current USD", Text.of("How much", "数值"));

    static final Table SMALL = Table.named(Layer.GOLD, "small")
            .meaning("A table of every type.", "各种类型。")
            .oneRowPer(KEY)
            .measuring(
                    VALUE,
                    Field.date("day", Text.of("When", "日期")).orNull(),
                    Field.exactMoney("money", Text.of("Exactly how much", "金额")),
                    Field.of("codes", DataTypes.createArrayType(DataTypes.IntegerType), "", Text.of("Codes", "代码")),
                    Field.of("moment", DataTypes.TimestampType, "", Text.of("At what time", "时刻")),
                    Field.flag("is_so", Text.of("Whether", "是否")),
                    Field.count("rows", Text.of("Rows", "行数")))
            .build();
    static final Table LARGE = Table.named(Layer.GOLD, "large")
            .meaning("A table with more rows.", "较大的表。")
            .oneRowPer(KEY)
            .measuring(VALUE)
            .build();

    private static final String SMALL_ROWS =
            """
            SELECT * FROM (VALUES
                ('它''s', 1.5, NULL, 12345678901234567890.5::DECIMAL(38, 6), [], TIMESTAMPTZ '2020-06-01 10:00:00Z', false, 8::BIGINT),
                ('b', 2.5, DATE '2020-02-29', 0.000001::DECIMAL(38, 6), [1, 2], TIMESTAMPTZ '2020-01-01 10:00:00Z', true, 7::BIGINT))
            AS drawn(key, value, day, money, codes, moment, is_so, rows)""";

    private final Path folder;
    private final ObjectStore store;
    private final Settings settings;
    private final Map<String, Manifest.TableState> states = new TreeMap<>();
    private final Map<String, DrawnLake> lenders = new TreeMap<>();

    DrawnLake(Path folder, String... settings) {
        this(folder, new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()), settings);
    }

    DrawnLake(Path folder, ObjectStore store, String... settings) {
        this.folder = folder;
        this.store = store;
        List<String> all = new ArrayList<>(List.of("snapshot.rows-inside=100"));
        all.addAll(List.of(settings));
        this.settings = Settings.read(Optional.empty(), all);
    }

    /** Both tables at their first version. */
    DrawnLake filled() {
        write(SMALL, SMALL_ROWS, 2);
        writeLarge(1);
        return this;
    }

    /** The table of another lake, as it is there now. */
    void borrow(DrawnLake lender, Table table) {
        Manifest.TableState state = lender.states.get(table.name());
        states.put(
                table.name(),
                new Manifest.TableState(
                        state.version(),
                        state.fingerprint(),
                        state.content(),
                        state.declaration(),
                        state.rows(),
                        state.inputs(),
                        state.run(),
                        lender.store.root().toString()));
        lenders.put(table.name(), lender);
    }

    /** The large table anew, each of its 1,000 values multiplied; the files before stay beside the new one. */
    void writeLarge(int times) {
        write(
                LARGE,
                "SELECT 'k' || lpad(n::VARCHAR, 4, '0') AS key, n * %d.0::DOUBLE AS value FROM range(1000) t(n)"
                        .formatted(times),
                1000);
    }

    /** Two files whose rows were all accepted. */
    void writeLedger() {
        write(
                Ledger.TABLE,
                """
                SELECT release, fate AS reason, fate, rows::BIGINT AS rows, value_usd::DECIMAL(38, 6) AS value_usd
                FROM (VALUES ('a', 2, 5.25), ('b', 3, 10.25)) AS files(release, rows, value_usd), (VALUES ('in'), ('accepted')) AS fates(fate)""",
                4);
    }

    void empty(Table table) {
        write(table, null, 0);
    }

    private void write(Table table, String rows, long count) {
        Manifest.TableState before = states.get(table.name());
        long version = before == null ? 0 : before.version() + 1;
        if (rows != null) copy(rows, file(table, version));
        String mark = table.shortName() + version;
        states.put(table.name(), new Manifest.TableState(version, mark, mark, mark, count, Map.of(), "run " + version));
    }

    private void copy(String rows, Path file) {
        try (Connection duck = Duck.inMemory()) {
            Files.createDirectories(file.getParent());
            Duck.execute(duck, "COPY (%s) TO %s (FORMAT parquet)".formatted(rows, Duck.literal(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(Table table, long version) {
        return folder.resolve(table.layer().schema())
                .resolve(table.shortName())
                .resolve("part-%05d.parquet".formatted(version));
    }

    /** A table without rows has no file. */
    private Source source(Table table) {
        Manifest.TableState state = states.get(table.name());
        DrawnLake owner = lenders.getOrDefault(table.name(), this);
        Path file = owner.file(table, state.version());
        String key = owner.folder.relativize(file).toString();
        return new Source(table, state, () -> Files.exists(file) ? List.of(owner.store.path(key)) : List.of());
    }

    Manifest run(String id) {
        return new Manifest(
                id,
                "published",
                "",
                "",
                "0.1",
                null,
                List.of("SYNTHETIC: made up"),
                Map.of("years", "it's 2010-2024"),
                new TreeMap<>(states),
                List.of());
    }

    Optional<String> publish(String run) {
        return publish(run, () -> {});
    }

    Optional<String> publish(String run, Runnable stillMine) {
        Manifest manifest = run(run);
        List<Source> sources = Stream.of(SMALL, LARGE, Ledger.TABLE)
                .filter(table -> Snapshots.reads(table) && states.containsKey(table.name()))
                .map(this::source)
                .toList();
        return new Snapshots(store, settings).publish(manifest, sources, stillMine);
    }

    ObjectStore store() {
        return store;
    }

    Path published(String run) {
        return folder.resolve("published").resolve(run);
    }

    Snapshot manifest(String run) throws IOException {
        return Json.read(Files.readAllBytes(published(run).resolve(Snapshot.MANIFEST)), Snapshot.class);
    }

    /** The first column of an answer from the current snapshot. */
    static List<Object> ask(Path lake, String sql) {
        try (SnapshotReader reader = SnapshotReader.open(lake).orElseThrow();
                Answer answer = reader.query(sql)) {
            List<Object> values = new ArrayList<>();
            answer.forEachRemaining(row -> values.add(row[0]));
            return values;
        }
    }
}
