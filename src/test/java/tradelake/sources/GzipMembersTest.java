package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
    private static final String TEXT = "one line\n".repeat(1_000);

    @Test
    void membersFollowOneAnother() throws IOException {
        assertThat(inflated(Drawn.gzip(TEXT, "", "second\n"))).isEqualTo(TEXT + "second\n");
    }

    /** As a network file comes: a byte at a time, never saying what is available. */
    @Test
    void slowStreamsAreReadToTheirEnd() throws IOException {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(Drawn.gzip(TEXT, TEXT))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };
        assertThat(new String(new GzipMembers(slow).readAllBytes(), UTF_8)).isEqualTo(TEXT + TEXT);
    }

    @Test
    void zerosAtTheEndArePadding() throws IOException {
        byte[] gzip = Drawn.gzip(TEXT);
        assertThat(inflated(Arrays.copyOf(gzip, gzip.length + 512))).isEqualTo(TEXT);
    }

    @Test
    void everyCutIsNoticed() {
        byte[] gzip = Drawn.gzip("short", TEXT);
        int first = Drawn.gzip("short").length;
        for (int length = 1; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            if (length == first) continue;
            assertThatThrownBy(() -> inflated(cut))
                    .as("cut at %d", length)
                    .isInstanceOf(DamagedContent.class)
                    .hasMessageContaining("too early");
        }
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] gzip = Drawn.gzip(TEXT);
        gzip[gzip.length - 6] ^= 1;
        assertThatThrownBy(() -> inflated(gzip)).hasMessageContaining("checksum");
        byte[] other = Drawn.gzip(TEXT);
        other[other.length - 1] ^= 1;
        assertThatThrownBy(() -> inflated(other)).hasMessageContaining("length");
    }

    @Test
    void onceDamagedItStaysSo() {
        byte[] gzip = Drawn.gzip(TEXT);
        gzip[gzip.length - 6] ^= 1;
        GzipMembers in = new GzipMembers(new ByteArrayInputStream(gzip));
        assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedContent.class);
        assertThatThrownBy(in::read).isInstanceOf(DamagedContent.class);
    }

    private static String inflated(byte[] gzip) throws IOException {
        return new String(new GzipMembers(new ByteArrayInputStream(gzip)).readAllBytes(), UTF_8);
    }
}
