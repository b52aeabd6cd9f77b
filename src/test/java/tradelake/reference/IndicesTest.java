package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;

/** The user's indices.csv over the built-in one. */
class IndicesTest {
    private static final Reference REFERENCE = Reference.load();

    @TempDir
    Path conf;

    private Indices loaded(String line) throws IOException {
        Files.writeString(conf.resolve("indices.csv"), "index_id,reporters,partners,product,base_year\n" + line);
        return Indices.load(conf, REFERENCE);
    }

    @Test
    void anIdThatExistsIsReplaced() throws IOException {
        assertThat(loaded("RCEP_INTRA,ASEAN,WLD,27,2012").all())
                .hasSameSizeAs(Indices.load(REFERENCE).all())
                .filteredOn(index -> index.id().equals("RCEP_INTRA"))
                .containsExactly(
                        new Index("RCEP_INTRA", "ASEAN", "WLD", "27", 2012, "RCEP_INTRA", "RCEP_INTRA", "user"));
    }

    @ParameterizedTest
    @CsvSource({
        "'mine,CHN,ASEAN,TOTAL,2019', index_id 'mine' is no id",
        "'MINE,WLD,ASEAN,TOTAL,2019', reporters 'WLD' is neither",
        "'MINE,CHN,EUROPE,TOTAL,2019', partners 'EUROPE' is neither",
        "'MINE,CHN,ASEAN,2799,2019', product '2799' is no known product",
        "'MINE,CHN,ASEAN,TOTAL,', base_year '' is not a whole number",
    })
    void whatCannotBeUsedIsNamed(String line, String sentence) {
        assertThatThrownBy(() -> loaded(line))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("indices.csv line 2")
                .hasMessageContaining(sentence);
    }
}
