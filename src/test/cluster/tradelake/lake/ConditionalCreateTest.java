package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tradelake.s3.S3Server;
import tradelake.s3.Weather;
import tradelake.s3.Weather.Fault;

/** Of writers of one object on S3 exactly one is told that it wrote, whatever happens to requests on their way. */
@Tag("acceptance")
class ConditionalCreateTest {
    private static final Configuration HADOOP = new Configuration();

    private static S3Server server;
    private static ObjectStore store;

    @BeforeAll
    static void open() throws Exception {
        server = new S3Server("conditional-create");
        server.open(HADOOP);
        HADOOP.set("fs.s3a.attempts.maximum", "2");
        HADOOP.set("fs.s3a.retry.limit", "2");
        HADOOP.set("fs.s3a.retry.interval", "10ms");
        HADOOP.set("fs.s3a.retry.throttle.limit", "2");
        HADOOP.set("fs.s3a.retry.throttle.interval", "10ms");
        store = new ObjectStore(new Path(server.address("lake")), HADOOP);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.relay().weather(request -> Fault.NONE);
    }

    @Test
    void theFirstWritesTheSecondDoesNot() {
        assertThat(store.putIfAbsent("first", bytes("a"))).isTrue();
        assertThat(store.putIfAbsent("first", bytes("b"))).isFalse();
        assertThat(store.get("first")).hasValue(bytes("a"));
    }

    @Test
    void whoseAnswerWasLostWroteNevertheless() {
        server.relay().weather(once(Fault.LOST_ANSWER));
        assertThat(store.putIfAbsent("lost", bytes("a"))).isTrue();
        assertThat(store.get("lost")).hasValue(bytes("a"));
    }

    @Test
    void whileAnotherIsUnderWayItIsTriedAgain() {
        server.relay().weather(once(Fault.CONFLICT));
        assertThat(store.putIfAbsent("conflict", bytes("a"))).isTrue();
        assertThat(store.get("conflict")).hasValue(bytes("a"));
    }

    @Test
    void anOutageIsNeitherAndIsToldInOneSentence() {
        server.relay().weather(request -> Fault.SLOW_DOWN);
        assertThatThrownBy(() -> store.putIfAbsent("outage", bytes("a")))
                .satisfies(failure -> assertThat(Expected.behind(failure)).hasValueSatisfying(told -> assertThat(told)
                        .isInstanceOf(TryLater.class)
                        .hasMessageStartingWith("The store did not answer")
                        .hasMessageNotContainingAny("\n", S3Server.SECRET_KEY)));
    }

    @Test
    void deltaHearsOfAVersionThatIsThere() throws Exception {
        S3LogStore log = new S3LogStore(HADOOP);
        Path version = new Path(server.address("log/00000000000000000000.json"));
        log.write(version, List.of("a", "b").iterator(), false, HADOOP);
        assertThatThrownBy(() -> log.write(version, List.of("c").iterator(), false, HADOOP))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (var lines = log.read(version, HADOOP)) {
            assertThat(lines).toIterable().containsExactly("a", "b");
        }
    }

    /** The first request that writes meets the fault, no other does. */
    private static Weather once(Fault fault) {
        AtomicInteger writes = new AtomicInteger();
        return request -> request.method().equals("PUT") && writes.getAndIncrement() == 0 ? fault : Fault.NONE;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
