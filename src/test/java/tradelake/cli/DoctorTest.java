package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.cli.Check.Verdict;

class DoctorTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aGoodMachineIsReadyAndNothingIsLeftBehind() throws IOException {
        int code = doctor("--lake", folder.resolve("lake").toString());
        assertThat(code).as(err.toString() + out).isZero();
        assertThat(out.toString()).contains("java").contains("lake").contains("writable");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void brokenSettingsAndAFolderThatIsAFileAreToldTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        int code = doctor("--lake", file + "/lake", "--set", "years=soon");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("years = soon").contains("Cannot write in " + file);
        assertThat(err).hasToString("Not ready: settings, lake.\n");
    }

    @Test
    void javaIsJudgedByItsVersion() {
        assertThat(Checkup.java(17, "17.0.15").verdict()).isEqualTo(Verdict.ok);
        assertThat(Checkup.java(11, "11.0.2").verdict()).isEqualTo(Verdict.failed);
        assertThat(Checkup.java(25, "25").verdict()).isEqualTo(Verdict.warning);
    }

    @Test
    void littleMemoryAndAForeignCharsetAreWarnings() {
        assertThat(Checkup.memory(1L << 30, 1).verdict()).isEqualTo(Verdict.warning);
        assertThat(Checkup.memory(4L << 30, 2)).isEqualTo(Check.ok("memory", "4.0 GB for Java, 2 processors"));
        assertThat(Checkup.text(StandardCharsets.US_ASCII).verdict()).isEqualTo(Verdict.warning);
    }

    @Test
    void aRemoteLakeIsLeftToSpark() {
        assertThat(Checkup.folder("lake", "s3a://bucket/lake").what()).contains("--spark");
    }

    @Test
    void aTrialLeavesNothingBehind() throws Exception {
        tryOut(() -> Files.createDirectories(folder.resolve("lake/trial/_delta_log")));
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void aTrialLeavesWhatOthersPutIntoTheLakeMeanwhile() throws Exception {
        Path lock = folder.resolve("lake/lock/000000000001.json");
        tryOut(() -> {
            Files.createDirectories(folder.resolve("lake/trial/_delta_log"));
            Files.createDirectories(lock.getParent());
            return Files.writeString(lock, "{}");
        });
        assertThat(lock).hasContent("{}");
        assertThat(folder.resolve("lake/trial")).doesNotExist();
    }

    @Test
    void aStoreThatLooksAndThenWritesIsFoundOut() throws Exception {
        Map<String, byte[]> files = new ConcurrentHashMap<>();
        assertThat(SparkTrial.createsOnce((file, content) -> files.putIfAbsent(file, content) == null))
                .isTrue();
        CyclicBarrier allHaveLooked = new CyclicBarrier(SparkTrial.WRITERS);
        Set<String> written = ConcurrentHashMap.newKeySet();
        assertThat(SparkTrial.createsOnce((file, content) -> {
                    boolean free = !written.contains(file);
                    awaitAll(allHaveLooked);
                    written.add(file);
                    return free;
                }))
                .isFalse();
    }

    private static void awaitAll(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tryOut(Callable<Path> trial) throws Exception {
        org.apache.hadoop.fs.Path place =
                new org.apache.hadoop.fs.Path(folder.resolve("lake/trial").toUri());
        SparkTrial.in(place, place.getFileSystem(new Configuration()), trial);
    }

    private int doctor(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "doctor";
        System.arraycopy(options, 0, args, 1, options.length);
        return Main.run(new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), args);
    }
}
