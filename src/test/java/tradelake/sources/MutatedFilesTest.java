package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, the first pass ends with facts or a sentence, and counts every line. */
class MutatedFilesTest {
    private static final String TABLE = "cmdCode primaryValue\n85 1\n8504 2.5\n850440 3e3\nTOTAL _\n";
    private static final List<byte[]> FILES = Stream.concat(
                    Stream.of(DrawnFormat.values()).map(format -> format.of(TABLE)),
                    Stream.of(
                            Drawn.legacy22("cmdCode primaryValue\n27 1\n44 2\n01 3\n")
                                    .replace("China", "\"Ch,i\"\"na\"")
                                    .getBytes(UTF_8),
                            DrawnFormat.zip("a", DrawnFormat.BULK.of(TABLE), "b", DrawnFormat.BULK.of(TABLE))))
            .toList();

    @TempDir
    Path folder;

    @Test
    void noneOfAThousandIsACrash() throws IOException {
        examine(1_000, new Random(7));
    }

    @Test
    @Tag("acceptance")
    void norOfTenThousand() throws IOException {
        examine(10_000, new Random(8));
    }

    private void examine(int files, Random random) throws IOException {
        for (int i = 0; i < files; i++) {
            byte[] whole = FILES.get(i % FILES.size());
            boolean packed = i / FILES.size() % 2 == 0;
            byte[] mutated = mutated(packed ? Drawn.gzip(whole) : whole, random);
            FileFacts facts = Drawn.facts(folder, mutated);
            assertThat(facts.bytes()).as("file %d", i).isEqualTo(mutated.length);
            if (facts.isReadable()) assertThat(facts.message()).isEmpty();
            else assertThat(facts.message()).startsWith("drawn").endsWith(".").doesNotContain("Exception", "\n");
            assertThat(facts.datasets().stream().mapToLong(DatasetFacts::rows).sum())
                    .as("file %d: %s", i, facts)
                    .isEqualTo(facts.rows());
        }
    }

    /** Without quotes a row is a line, whatever its bytes. */
    @Test
    void noLineIsLost() throws IOException {
        Random random = new Random(11);
        String file = Drawn.bulk(TABLE);
        String header = file.lines().findFirst().orElseThrow() + "\n";
        for (int i = 0; i < 300; i++) {
            String body = new String(mutated(file.substring(header.length()).getBytes(UTF_8), random), ISO_8859_1);
            FileFacts facts = Drawn.facts(folder, (header + body).getBytes(ISO_8859_1));
            long lines = Arrays.stream(body.split("\n"))
                    .filter(line -> !line.replaceFirst("\r$", "").isEmpty())
                    .count();
            assertThat(facts.rows()).isEqualTo(lines);
        }
    }

    /** A file that is read to its end has all its rows, or says of how many it lost the place. */
    @Test
    void noObjectIsLost() throws IOException {
        Random random = new Random(13);
        byte[] whole = DrawnFormat.JSON.of(TABLE);
        for (int i = 0; i < 300; i++) {
            FileFacts facts = Drawn.facts(folder, mutated(whole, random));
            if (facts.isReadable()) assertThat(facts.rows()).isEqualTo(4);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        String special = "\n\r\t,\"\0 9-.eNH{}[]:";
        for (int changes = random.nextInt(6); changes > 0 && mutated.length > 0; changes--) {
            boolean any = random.nextInt(3) == 0;
            mutated[random.nextInt(mutated.length)] =
                    (byte) (any ? random.nextInt(256) : special.charAt(random.nextInt(special.length())));
        }
        return mutated;
    }
}
