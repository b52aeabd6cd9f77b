package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3a://bucket/lake", "hdfs://host:9000/x", "file:/x", "file:///x"})
    void aUriStaysAsItIs(String uri) {
        assertThat(Home.typed(uri)).isEqualTo(uri);
    }

    @Test
    void aTypedPathIsRelativeToWhereTheUserStands() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(Home.typed("x/../y")).isEqualTo(here.resolve("y").toString());
        assertThat(Home.typed("COMTRADE[2025-03-05].gz")).isEqualTo(here + "/COMTRADE[2025-03-05].gz");
        assertThat(Home.typed("/x")).isEqualTo("/x");
    }
}
