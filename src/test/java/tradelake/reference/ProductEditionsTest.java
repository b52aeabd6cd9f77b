package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The editions of every category's codes, against UN Comtrade's own lists of codes. */
class ProductEditionsTest {
    @ParameterizedTest
    @EnumSource
    void aCodeIsSaidToBeInAnEditionIfAndOnlyIfItIs(HsEdition edition) throws IOException {
        Set<String> codes = codesOf(edition);
        assertThat(Reference.load().products().categories().stream().flatMap(g -> g.codes().stream()))
                .allSatisfy(code -> assertThat(code.editions().contains(edition))
                        .as(code.hsCode())
                        .isEqualTo(codes.contains(code.hsCode())));
    }

    private static Set<String> codesOf(HsEdition edition) throws IOException {
        Path list = Path.of(System.getProperty("tradelake.shared", ""))
                .resolve("data/classifications/comtrade_reference")
                .resolve("cmd_" + edition.name().toLowerCase(Locale.ROOT) + ".csv.gz");
        assumeTrue(
                Files.exists(list),
                "needs UN Comtrade's list of codes: set -Dtradelake.shared to the folder of published files");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
            return lines.lines().map(l -> l.split(",", 2)[0]).collect(Collectors.toSet());
        }
    }
}
