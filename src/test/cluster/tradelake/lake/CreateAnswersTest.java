package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradelake.s3.Weather.Fault.CONFLICT;
import static tradelake.s3.Weather.Fault.LOST_ANSWER;
import static tradelake.s3.Weather.Fault.NONE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tradelake.s3.S3Server;
import tradelake.s3.Weather;
import tradelake.s3.Weather.Fault;

/** Each answer that a conditional write can get, drawn one by one. */
@Tag("acceptance")
class CreateAnswersTest {
    private static final byte[] OURS = {1};
    private static final byte[] THEIRS = {2};

    private static S3Server server;
    private static FileSystem fs;

    @BeforeAll
    static void start() throws Exception {
        server = new S3Server("create-answers");
        Configuration hadoop = new Configuration();
        server.open(hadoop);
        fs = new Path(server.address("")).getFileSystem(hadoop);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void whoseAnswerIsLostHasWritten() throws IOException {
        Path path = path("lost-answer");
        AtomicInteger asked = answering(List.of(LOST_ANSWER));
        assertThat(ConditionalCreate.create(fs, path, OURS)).isTrue();
        assertThat(asked).as("requests to write").hasValue(2);
        assertThat(fs.listStatus(path.getParent())).hasSize(1);
        assertThat(content(path)).isEqualTo(OURS);
    }

    @Test
    void whatIsUndecidedIsAskedForAgain() throws IOException {
        Path path = path("undecided");
        AtomicInteger asked = answering(List.of(CONFLICT, CONFLICT));
        assertThat(ConditionalCreate.create(fs, path, OURS)).isTrue();
        assertThat(asked).as("requests to write").hasValue(3);
        assertThat(content(path)).isEqualTo(OURS);
    }

    @Test
    void whatIsNeverDecidedIsNotSaidToBeWritten() throws IOException {
        Path path = path("never-decided");
        server.relay().weather(request -> request.method().equals("PUT") ? CONFLICT : NONE);
        assertThatThrownBy(() -> ConditionalCreate.create(fs, path, OURS)).isInstanceOf(AWSServiceIOException.class);
        server.relay().weather(request -> NONE);
        assertThat(fs.exists(path)).isFalse();
    }

    /** It refused the write and is gone before it is looked at: nobody holds the place. */
    @Test
    void whatWasDeletedMeanwhileIsNotInTheWay() throws IOException {
        Path path = path("deleted");
        assertThat(ConditionalCreate.create(fs, path, THEIRS)).isTrue();
        AtomicBoolean refused = new AtomicBoolean();
        AtomicBoolean gone = new AtomicBoolean();
        server.relay().weather(request -> {
            if (request.method().equals("PUT")) refused.set(true);
            else if (refused.get() && gone.compareAndSet(false, true)) delete(path);
            return NONE;
        });
        assertThat(ConditionalCreate.create(fs, path, OURS)).isTrue();
        assertThat(gone).isTrue();
        assertThat(content(path)).isEqualTo(OURS);
    }

    /** The first requests to write meet these, the others none; counts them. */
    private static AtomicInteger answering(List<Fault> first) {
        AtomicInteger asked = new AtomicInteger();
        Weather weather = request -> {
            if (!request.method().equals("PUT")) return NONE;
            int before = asked.getAndIncrement();
            return before < first.size() ? first.get(before) : NONE;
        };
        server.relay().weather(weather);
        return asked;
    }

    private static void delete(Path path) {
        try {
            fs.delete(path, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path path) throws IOException {
        try (var in = fs.open(path)) {
            return in.readAllBytes();
        }
    }

    /** In a folder of its own. */
    private static Path path(String name) {
        server.relay().weather(request -> NONE);
        return new Path(server.address(name + "/object"));
    }
}
