package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.s3.S3Server.ACCESS_KEY;
import static tradelake.s3.S3Server.SECRET_KEY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.TestSession;
import tradelake.s3.Drizzle;
import tradelake.s3.S3Server;
import tradelake.s3.Weather;

/**
 * Input, lake and snapshot on S3, in bad weather all the time: one request in fifty meets an error, a reset or half an answer.
 * The first refresh comes to an outage, the second ends in the same tables as one on a disk. The first finds its keys in the
 * environment by S3's names, the second in a settings file that takes them from variables of other names. Some 5 minutes.
 */
@Tag("acceptance")
@Tag("trial")
class RefreshOnS3Test {
    /** From here on nothing is answered: silver is made, gold is under way. */
    private static final String OUTAGE = "/lake/gold/partner_shares/_delta_log/00000000000000000000.json";

    /** As conf/s3.conf has it. */
    private static final String KEYS =
            """
            spark.hadoop.fs.s3a."access.key" = ${TRADE_KEY}
            spark.hadoop.fs.s3a."secret.key" = ${TRADE_SECRET}
            """;

    /** Where a setting could be told: what the lake says of its runs, of its tables, and of what is published. */
    private static final List<String> TOLD =
            List.of("/lake/runs/[^/]+[.]json", "/lake/.+/_delta_log/\\d+[.]json", "/lake/published/[^/]+/[^/]+[.]json");

    private static final String QUESTION = "SELECT count(*) AS n FROM gold.regional_shares";

    @TempDir
    Path folder;

    @Test
    void afterAnOutageTheNextRefreshEndsInTheSameTables() throws Exception {
        try (S3Server server = new S3Server("refresh")) {
            server.open(hadoop());
            TestLake onDisk = SmallLake.refreshed();
            upload(SmallLake.input(), server.address("input"));
            long seed = Long.getLong("weather.seed", System.nanoTime());
            Drizzle drizzle = new Drizzle(seed);

            server.relay().weather(drizzle.until(OUTAGE));
            TestProcess first = refresh(server, "first", S3Server.credentials());
            assertThat(first.exitCode()).as(said(seed, first)).isEqualTo(Exit.TRY_LATER);
            assertThat(Files.readString(first.log()))
                    .as("the last line")
                    .containsPattern("\nThe store did not answer, [^\n]* Run it again[.]\n$")
                    .doesNotContain("\tat ");

            server.relay().weather(drizzle);
            Path conf = Files.writeString(folder.resolve("keys.conf"), KEYS);
            TestProcess second = refresh(
                    server,
                    "second",
                    Map.of("TRADE_KEY", ACCESS_KEY, "TRADE_SECRET", SECRET_KEY),
                    "--conf",
                    conf.toString());
            assertThat(second.exitCode()).as(said(seed, second)).isZero();
            server.relay().weather(request -> Weather.Fault.NONE);
            assertThat(drizzle.kinds()).as("faults that were met").containsAll(Drizzle.KINDS);

            TestLake onS3 = new TestLake(new org.apache.hadoop.fs.Path(server.address("lake")));
            SameTables.assertSame(onS3, onDisk, TestLake.tables());
            assertAnswers(server);
            assertNoSecretIsTold(server);
        }
    }

    /** Where the lake is elsewhere Spark answers, and says so. */
    private void assertAnswers(S3Server server) throws Exception {
        TestProcess sql = program(
                server,
                "sql",
                S3Server.credentials(),
                List.of("sql", "-o", "csv", QUESTION, "--lake", server.address("lake")));
        assertThat(sql.exitCode()).isZero();
        assertThat(Files.readString(sql.log()))
                .contains("The lake is not on this machine: Spark answers", Refresh.SYNTHETIC)
                .containsPattern("(?m)^n\n[1-9]\\d*$");
    }

    /** Neither in what was said nor in anything that was written. */
    private void assertNoSecretIsTold(S3Server server) throws IOException {
        for (String name : List.of("first", "second", "sql"))
            assertThat(Files.readString(folder.resolve(name + ".log"))).doesNotContain(SECRET_KEY, ACCESS_KEY);
        org.apache.hadoop.fs.Path lake = new org.apache.hadoop.fs.Path(server.address("lake"));
        FileSystem fs = lake.getFileSystem(hadoop());
        List<String> looked = new ArrayList<>();
        for (RemoteIterator<LocatedFileStatus> files = fs.listFiles(lake, true); files.hasNext(); ) {
            org.apache.hadoop.fs.Path file = files.next().getPath();
            assertThat(content(fs, file).contains(SECRET_KEY)
                            || content(fs, file).contains(ACCESS_KEY))
                    .as(file.toString())
                    .isFalse();
            looked.add(file.toUri().getPath());
        }
        for (String kind : TOLD) assertThat(looked).anyMatch(file -> file.matches(kind));
    }

    private static String content(FileSystem fs, org.apache.hadoop.fs.Path file) throws IOException {
        try (var in = fs.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private TestProcess refresh(S3Server server, String name, Map<String, String> variables, String... options)
            throws IOException {
        List<String> command = SmallLake.refresh(server.address("input"), server.address("lake"));
        SmallLake.PLANS.forEach(plan -> command.addAll(List.of("--set", plan)));
        command.addAll(List.of(options));
        return program(server, name, variables, command);
    }

    private TestProcess program(S3Server server, String name, Map<String, String> variables, List<String> command)
            throws IOException {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--master", "local[2,2]"));
        server.settings()
                .forEach((key, value) -> arguments.addAll(List.of("--set", "spark.hadoop." + key + "=" + value)));
        for (String patience : List.of("attempts.maximum=3", "retry.limit=4", "retry.interval=50ms"))
            arguments.addAll(List.of("--set", "spark.hadoop.fs.s3a." + patience));
        for (String patience : List.of("retry.throttle.limit=4", "retry.throttle.interval=50ms"))
            arguments.addAll(List.of("--set", "spark.hadoop.fs.s3a." + patience));
        return TestProcess.of(Main.class, folder.resolve(name + ".log"), variables, arguments);
    }

    private void upload(Path from, String to) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(to);
        target.getFileSystem(hadoop()).copyFromLocalFile(new org.apache.hadoop.fs.Path(from.toUri()), target);
    }

    private static String said(long seed, TestProcess process) throws IOException, InterruptedException {
        process.exitCode();
        return "seed %d: %s".formatted(seed, Files.readString(process.log()));
    }

    private static Configuration hadoop() {
        return TestSession.get().sparkContext().hadoopConfiguration();
    }
}
