package tradelake.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.claims.Claims;
import tradelake.lake.Lake;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Selection;
import tradelake.lake.Settings;
import tradelake.lake.Story;
import tradelake.lake.Table;
import tradelake.lake.TestSession;
import tradelake.reference.Indices;
import tradelake.reference.Reference;

/** A real lake in a temporary folder, refreshed through the same code as the command line's. */
final class TestLake {
    private static final Reference REFERENCE = Reference.load();

    private final Lake lake;
    private final Refresh refresh;

    TestLake(Path folder, String... settings) {
        lake = new Lake(
                TestSession.get(),
                new ObjectStore(
                        new org.apache.hadoop.fs.Path(folder.toUri()),
                        TestSession.get().sparkContext().hadoopConfiguration()));
        refresh = new Refresh(
                lake,
                Settings.read(Optional.empty(), List.of(settings)),
                REFERENCE,
                Indices.load(REFERENCE),
                new Claims(List.of()),
                Story.SILENT);
    }

    Refresh.Outcome refresh(Path... inputs) {
        List<String> paths = Arrays.stream(inputs).map(Path::toString).toList();
        return refresh.run(refresh.reading(paths, Story.SILENT), Selection.ALL, false, Optional.empty());
    }

    Refresh.Outcome forget(String file) {
        return refresh.run(register -> register.forget(file), Selection.ALL, false, Optional.empty());
    }

    static List<Table> tables() {
        return TradelakeCatalog.declared(Settings.defaults()).tables();
    }

    Dataset<Row> read(Table table) {
        return lake.read(
                table,
                new Runs(lake.store()).published().orElseThrow().versions().get(table.name()));
    }
}
