package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradelake.reference.HsEdition;

class GoodsTest {
    private static final Goods GOODS = Goods.of(300, new Noise(1));

    @ParameterizedTest
    @EnumSource(names = {"H2", "H3", "H4", "H5", "H6"})
    void every_good_has_codes_whose_shares_sum_to_one(HsEdition edition) {
        for (Good good : GOODS.traded()) {
            double sum = good.codes().get(edition.ordinal()).stream()
                    .mapToDouble(Good.Part::share)
                    .sum();
            assertThat(sum).as(good.text()).isEqualTo(1);
            assertThat(good.codes().get(edition.ordinal()))
                    .allMatch(part -> part.code().matches("\\d{6}"));
        }
    }

    /** UNSD's lists of codes, where the folder of published files is at hand. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "H3", "H4", "H5", "H6"})
    void real_codes_exist_in_their_edition(HsEdition edition) throws IOException {
        String shared = System.getProperty("tradelake.shared", "");
        assumeTrue(!shared.isEmpty(), "needs -Dtradelake.shared: UNSD's lists of HS codes");
        Path list = Path.of(shared, "data/classifications/comtrade_reference/cmd_h" + edition.ordinal() + ".csv.gz");
        Set<String> known;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
            known = reader.lines().map(line -> line.split(",")[0]).collect(Collectors.toSet());
        }
        for (Good good : GOODS.traded().subList(0, Goods.real())) {
            assertThat(known)
                    .containsAll(good.codes().get(edition.ordinal()).stream()
                            .map(Good.Part::code)
                            .toList());
        }
    }
}
