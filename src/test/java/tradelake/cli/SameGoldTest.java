package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.TestSession;
import tradelake.sources.synthetic.SameWorld;
import tradelake.sources.synthetic.SampleLayout;

/** One world downloaded in five layouts gives one set of gold tables. */
@Tag("acceptance")
class SameGoldTest {
    /** A bulk file is all that was published of its dataset, an extract is what somebody asked for. */
    private static final Set<Field<?>> WHOLE = Set.of(ReporterYears.WHOLE);

    @TempDir
    Path folder;

    @Test
    void whateverTheLayout() throws IOException {
        SameWorld world = new SameWorld(35_000, 7);
        TestLake bulk = lake(world, SampleLayout.BULK);
        List<Table> gold = TestLake.tables().stream()
                .filter(table -> table.layer() == Layer.GOLD)
                .toList();
        for (SampleLayout layout : SampleLayout.values())
            if (layout != SampleLayout.BULK) SameTables.assertSame(lake(world, layout), bulk, gold, WHOLE);
    }

    private TestLake lake(SameWorld world, SampleLayout layout) throws IOException {
        Path files = folder.resolve(layout.name());
        world.write(files, layout, 2018, 2019);
        TestLake lake = new TestLake(folder.resolve("lake-" + layout), "years=2018-2019");
        TestSession.compiled(() -> lake.refresh(files));
        return lake;
    }
}
