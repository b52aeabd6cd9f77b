package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

class HomeTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3a://bucket/lake", "hdfs://host:9000/x", "file:/x", "file:///x"})
    void aUriStaysAsItIs(String uri) {
        assertThat(Home.typed(uri)).isEqualTo(uri);
    }

    /** It would stand in logs, manifests and tables; S3A refuses it too, and repeats it. */
    @ParameterizedTest
    @ValueSource(strings = {"s3a://AKIA0:pass@bucket/lake", "s3a://AKIA0:pa/ss@bucket/lake", "s3://AKIA0@bucket"})
    void credentialsInAnAddressAreRefusedAndNotRepeated(String uri) {
        assertThatThrownBy(() -> Home.typed(uri))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("s3a://BUCKET/PATH")
                .hasMessageNotContainingAny("AKIA0", "pass", "pa/ss");
    }

    @Test
    void aTypedPathIsRelativeToWhereTheUserStands() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(Home.typed("x/../y")).isEqualTo(here.resolve("y").toString());
        assertThat(Home.typed("COMTRADE[2025-03-05].gz")).isEqualTo(here + "/COMTRADE[2025-03-05].gz");
        assertThat(Home.typed("/x")).isEqualTo("/x");
    }
}
