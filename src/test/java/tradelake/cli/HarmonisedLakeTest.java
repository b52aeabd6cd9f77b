package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.concordance.FlowsHarmonised;
import tradelake.harmonise.concordance.HarmonisedBalance;
import tradelake.lake.BadInput;
import tradelake.lake.Finding;
import tradelake.lake.Manifest;
import tradelake.reference.Columns;

/** Files of two editions in a lake, harmonised; another table, another release, and what these make anew. */
class HarmonisedLakeTest {
    private static final String HEADER = "from_edition,from_code,to_edition,to_code\n";

    @TempDir
    Path folder;

    @Test
    void aRepublicationMakesItsYearAnewAndAnotherTableItsEdition() throws IOException {
        Path input = folder.resolve("input"), tables = folder.resolve("tables");
        draw(input.resolve("a/COMTRADE-FINAL-CA7042016H4[2017-03-01].gz"), "2016", "H4", 40);
        draw(input.resolve("a/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"), "2019", "H5", 30);
        DrawnFiles.bulk(
                input.resolve("a/COMTRADE-FINAL-CA1562016S3[2017-03-01].gz"),
                """
                year reporter flow partner classification cmd value
                2016 156      X    704     S3             7711 5
                """);
        table(tables, "H4,850440,H3,850440\nH5,850440,H4,850440\n");
        TestLake lake = lake("lake", tables);
        assertThat(findings(lake.harmonise(input))).isEmpty();
        List<Path> of2016 = files("2016"), of2019 = files("2019");

        draw(input.resolve("b/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"), "2019", "H5", 33);
        lake.harmonise(input);
        assertThat(files("2016")).isEqualTo(of2016);
        assertThat(files("2019")).containsAll(of2019).hasSizeGreaterThan(of2019.size());
        TestLake other = lake("other", tables);
        other.harmonise(input);
        SameTables.assertSame(other, lake, List.of(FlowsHarmonised.TABLE, HarmonisedBalance.TABLE));

        table(tables, "H4,850440,H3,850440\n");
        assertThat(findings(lake.harmonise(input))).singleElement().satisfies(finding -> assertThat(finding.message())
                .startsWith("H5 of 1 reporters, 2019 to 2019: 33 USD"));
        assertThat(lake.read(FlowsHarmonised.TABLE).orderBy(Columns.YEAR.col()).collectAsList())
                .extracting(Columns.HS_CODE::in, FlowsHarmonised.METHOD::in, Columns.VALUE_USD::in)
                .containsExactly(tuple("850440", "one_target", 40.0), tuple("999999", "no_table", 33.0));
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> lake("lake", folder.resolve("none")).plan())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("harmonise.tables")
                .hasMessageContaining("a folder that is there");
    }

    private TestLake lake(String name, Path tables) {
        return new TestLake(folder.resolve(name), "years=2016-2019", "harmonise.tables=" + tables);
    }

    private static void draw(Path file, String year, String edition, int usd) throws IOException {
        DrawnFiles.bulk(
                file,
                """
                year reporter flow partner classification cmd    value
                %s   704      X    156     %s             850440 %d
                """
                        .formatted(year, edition, usd));
    }

    private static void table(Path folder, String lines) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("mine.csv"), HEADER + lines);
    }

    private static List<Finding> findings(Refresh.Outcome outcome) {
        return outcome.manifest().work().stream()
                .filter(work -> work.name().equals(FlowsHarmonised.TABLE.name()))
                .map(Manifest.WorkReport::findings)
                .flatMap(List::stream)
                .toList();
    }

    /** Files of a year, old ones too. */
    private List<Path> files(String year) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("lake/silver/flows_harmonised/year=" + year))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }
}
