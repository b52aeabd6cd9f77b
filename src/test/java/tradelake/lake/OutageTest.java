package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is said of failures as S3's client makes them of what it met. */
class OutageTest {
    private static final String OBJECT = "s3a://trade/lake/runs/1.json";

    static Stream<Arguments> failures() {
        IOException outage = met(new ConnectException("Connection refused"));
        BadInput badInput = new BadInput("No year 1817.");
        return Stream.of(
                arguments("nobody listens", outage, TryLater.class),
                arguments("a reset", met(new SocketException("Connection reset")), TryLater.class),
                arguments("silence", met(new SocketTimeoutException("Read timed out")), TryLater.class),
                arguments("slow down", answered(503), TryLater.class),
                arguments("an internal error", answered(500), TryLater.class),
                arguments("wrapped by Spark", new IllegalStateException("Job aborted.", outage), TryLater.class),
                arguments("no such host", met(new UnknownHostException("s3.exampel.org")), BadInput.class),
                arguments("bad input that an outage led to", withCause(badInput, outage), BadInput.class),
                arguments("a failed check", withCause(new CheckFailed("2 rows."), outage), CheckFailed.class),
                arguments("no certificate", met(new SSLHandshakeException("PKIX path building failed")), null),
                arguments("no region", s3a(sdk("Unable to load region from any of the providers", null)), null),
                arguments("refused", answered(403), null),
                arguments("refused by another of Spark's machines", betweenMachines(), null),
                arguments("a fault of ours", new IllegalStateException("Cannot be."), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatItIsTakenFor(String what, Throwable failure, Class<?> told) {
        if (told == null) assertThat(Expected.behind(failure)).isEmpty();
        else assertThat(Expected.behind(failure)).containsInstanceOf(told);
    }

    @Test
    void theAddressIsNamed() {
        assertThat(Outage.behind(answered(503)).orElseThrow()).hasMessageContaining(OBJECT);
        SocketException bare = new SocketException("Connection reset");
        IOException reading = new IOException("Cannot read " + OBJECT + ".", sdk("cut off", bare));
        assertThat(Outage.behind(reading).orElseThrow()).hasMessageContaining("(" + OBJECT + ": Connection reset)");
    }

    /** A port at which nobody listens, asked by the client itself. */
    @Test
    void theStoreOfSmallFilesTellsAnOutage() throws IOException {
        Configuration settings = new Configuration();
        String bucket = "fs.s3a.bucket.outage.";
        String address = "127.0.0.1:" + closedPort();
        settings.set(bucket + "endpoint", "http://" + address);
        settings.set(bucket + "endpoint.region", "us-east-1");
        settings.set(bucket + "path.style.access", "true");
        settings.set(bucket + "access.key", "key");
        settings.set(bucket + "secret.key", "secret");
        settings.set(bucket + "attempts.maximum", "1");
        settings.set(bucket + "retry.limit", "0");
        ObjectStore store = new ObjectStore(new Path("s3a://outage/lake"), settings);
        assertThatThrownBy(() -> store.get("runs/1.json"))
                .isInstanceOf(TryLater.class)
                .hasMessageContainingAll("s3a://outage/lake/runs/1.json", address);
    }

    private static IOException met(IOException onTheWay) {
        return s3a(sdk("Unable to execute HTTP request: " + onTheWay.getMessage(), onTheWay));
    }

    private static SdkClientException sdk(String message, Throwable cause) {
        return SdkClientException.create(message, cause);
    }

    private static IOException answered(int status) {
        return s3a(S3Exception.builder()
                .statusCode(status)
                .message("drawn by the test")
                .build());
    }

    private static IOException s3a(SdkException met) {
        return S3AUtils.translateException("open", OBJECT, met);
    }

    private static Throwable withCause(Throwable failure, Throwable cause) {
        return failure.initCause(cause);
    }

    /** As Spark tells that one of its machines does not answer. */
    private static IOException betweenMachines() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), closedPort())) {
            throw new IllegalStateException("Somebody listens at " + socket);
        } catch (IOException e) {
            return new IOException("Failed to connect to worker/10.0.0.7:35001", e);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket door = new ServerSocket(0)) {
            return door.getLocalPort();
        }
    }
}
