package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, the first pass ends with facts or a sentence, and counts every line. */
class MutatedFilesTest {
    private static final List<String> FILES = List.of(
            Drawn.bulk("cmdCode primaryValue\n85 1\n8504 2.5\n850440 3e3\nTOTAL _\n"),
            Drawn.legacy22("cmdCode primaryValue\n27 1\n44 2\n01 3\n").replace("China", "\"Ch,i\"\"na\""),
            Drawn.legacy35("cmdCode primaryValue\n27 1\n44 2\n01 3\n"));

    @TempDir
    Path folder;

    @Test
    void noneIsACrash() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            byte[] plain = FILES.get(i % FILES.size()).getBytes(UTF_8);
            byte[] mutated =
                    i % 2 == 0 ? mutated(plain, random) : mutated(Drawn.gzip(new String(plain, UTF_8)), random);
            FileFacts facts = Drawn.facts(folder, mutated);
            assertThat(facts.bytes()).isEqualTo(mutated.length);
            if (facts.isReadable()) assertThat(facts.message()).isEmpty();
            else assertThat(facts.message()).endsWith(".").doesNotContain("Exception", "\n");
            assertThat(facts.datasets().stream().mapToLong(DatasetFacts::rows).sum())
                    .isEqualTo(facts.rows());
        }
    }

    /** Without quotes a row is a line, whatever its bytes. */
    @Test
    void noLineIsLost() throws IOException {
        Random random = new Random(11);
        String header = FILES.get(0).lines().findFirst().orElseThrow() + "\n";
        for (int i = 0; i < 300; i++) {
            String body = new String(
                    mutated(FILES.get(0).substring(header.length()).getBytes(UTF_8), random),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            FileFacts facts =
                    Drawn.facts(folder, (header + body).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            long lines = Arrays.stream(body.split("\n"))
                    .filter(line -> !line.replaceFirst("\r$", "").isEmpty())
                    .count();
            assertThat(facts.rows()).isEqualTo(lines);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        String special = "\n\r\t,\"\0 9-.eNH";
        for (int changes = random.nextInt(6); changes > 0 && mutated.length > 0; changes--) {
            boolean any = random.nextInt(3) == 0;
            mutated[random.nextInt(mutated.length)] =
                    (byte) (any ? random.nextInt(256) : special.charAt(random.nextInt(special.length())));
        }
        return mutated;
    }
}
