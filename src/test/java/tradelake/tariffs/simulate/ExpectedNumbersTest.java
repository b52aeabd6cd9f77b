package tradelake.tariffs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradelake.reference.Csv;
import tradelake.reference.Line;
import tradelake.tariffs.models.Gsim;
import tradelake.tariffs.models.MultiSector;

/** The models on files, against numbers that other programs computed from the same files. */
class ExpectedNumbersTest {
    @TempDir
    Path temp;

    @Test
    void smartEqualsExactFractions() {
        Path folder = Expected.folder("smart");
        List<ResultTable> tables = new SmartFiles().run(folder);
        Expected.assertHolds(folder.resolve("expected.csv"), tables.get(0), 2, 1e-12);
        Expected.assertHolds(folder.resolve("expected_totals.csv"), tables.get(1), 1, 1e-12);
    }

    /** Francois and Hall (2003): the prices of the first scenario are printed there to four decimals. */
    @Test
    void gsimToFirstOrderAndInLevels() {
        Path folder = Expected.folder("gsim");
        List<ResultTable> tables = new GsimFiles(Gsim.Elasticities.STANDARD).run(folder);
        Expected.assertHolds(folder.resolve("expected_country.csv"), tables.get(0), 2, 1e-10);
        Expected.assertHolds(folder.resolve("expected_bilateral.csv"), tables.get(1), 3, 1e-10);
    }

    @ParameterizedTest
    @EnumSource(MultiSector.Closure.class)
    void multiSectorWithAndWithoutLinks(MultiSector.Closure closure) throws IOException {
        Path folder = Expected.folder("multisector_small");
        Path without = Files.createDirectories(temp.resolve("noIO"));
        for (String file : List.of("input_flows.csv", "input_va.csv"))
            Files.copy(folder.resolve(file), without.resolve(file));
        assertHolds(folder, new MultiSectorFiles(closure).run(folder), "IO", closure);
        assertHolds(folder, new MultiSectorFiles(closure).run(without), "noIO", closure);
    }

    private static void assertHolds(Path folder, List<ResultTable> tables, String model, MultiSector.Closure closure) {
        List<String> files = List.of("expected_country.csv", "expected_sector.csv", "expected_bilateral.csv");
        List<Integer> keys = List.of(4, 5, 6);
        String label = closure == MultiSector.Closure.S_FIXED ? "S_fixed" : "balanced";
        for (int t = 0; t < files.size(); t++) {
            List<Line> expected = Csv.ofFile(folder.resolve(files.get(t)), List.of()).lines().stream()
                    .filter(line -> line.text("model").equals(model)
                            && line.text("closure").equals(label))
                    .toList();
            assertThat(expected).isNotEmpty();
            Expected.assertHolds(expected, tables.get(t), keys.get(t), 1e-10);
        }
    }
}
