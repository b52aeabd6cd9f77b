package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.OracleFile;
import tradelake.lake.BadInput;
import tradelake.reference.Economies;
import tradelake.reference.Reference;

/** Files of distances in their three layouts. */
class GravityFileTest {
    private static final Economies ECONOMIES = Reference.load().economies();

    @TempDir
    private Path folder;

    /** 220 economies of today; four French departments and the Netherlands Antilles are none. */
    @Test
    void geoDistAsPublished() {
        GravityVariables pairs = GravityFile.read(OracleFile.shared("data", "gravity", "dist_cepii.csv.gz"), ECONOMIES);
        assertThat(pairs.pairs()).hasSize(220 * 219 / 2);
        assertThat(pairs.between("JPN", "CHN")).contains(new PairGeography(2098.111, false, 0));
        assertThat(pairs.between("CHE", "AUT")).contains(new PairGeography(684.8875, true, 2));
        assertThat(pairs.between("ROU", "MDA")).contains(new PairGeography(356.6724, true, 1));
    }

    @Test
    void theLastYearWithADistanceCounts() throws IOException {
        Path file = folder.resolve("gravity.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(
                    """
                    year,iso3_o,iso3_d,contig,dist
                    2019,CHN,JPN,0,2000
                    2021,CHN,JPN,0,2100
                    2020,CHN,JPN,0,2050
                    2022,CHN,JPN,0,
                    2022,CHN,CHN,0,1000
                    2022,CHN,XXX,0,1000
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(GravityFile.read(file, ECONOMIES).pairs().values())
                .containsExactly(new PairGeography(2100, false, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exporter,importer,distance_km,contiguous|CHN,JPN,far,0; line 2: distance_km 'far' is no number above 0",
                "exporter,importer,distance_km,contiguous|CHN,JPN,0,0; line 2: distance_km '0' is no number above 0",
                "exporter,importer,distance_km,contiguous|CHN,JPN,2098,yes; line 2: contiguous 'yes' is neither 0 nor 1",
                "exporter,importer,distance_km,contiguous|CHN,JPN,Infinity,0; line 2: distance_km 'Infinity' is no number above 0",
                "iso3_o,iso3_d,year,dist,contig|CHN,JPN,19x,2098,0; line 2: year '19x' is no year",
                "exporter,importer,distance_km,contiguous|XXX,YYY,2098,0; holds no distance between two economies",
                "from,to,km|CHN,JPN,2098; has the columns from, to, km: it needs [iso_o, iso_d, dist, contig] or"
            })
    void whatIsNoDistanceIsRefused(String lines, String sentence) throws IOException {
        Path file = folder.resolve("distances.csv");
        Files.writeString(file, lines.replace("|", "\n") + "\n");
        assertThatThrownBy(() -> GravityFile.read(file, ECONOMIES))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> GravityVariables.of(folder, "nowhere.csv", ECONOMIES))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nowhere.csv");
        assertThat(GravityVariables.of(folder, "off", ECONOMIES).pairs()).isEmpty();
    }
}
