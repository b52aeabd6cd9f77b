package tradelake.lake;

import java.util.Optional;
import java.util.Set;

/** Failures that pass by themselves: a store elsewhere did not answer, or said that it cannot at the moment. */
public final class Outage {
    private static final int DEEPEST = 20;

    /** By name: on a cluster without S3 its classes are not there. */
    private static final Set<String> KINDS = Set.of(
            "org.apache.hadoop.fs.s3a.AWSApiCallTimeoutException",
            "org.apache.hadoop.fs.s3a.AWSClientIOException",
            "org.apache.hadoop.fs.s3a.AWSNoResponseException",
            "org.apache.hadoop.fs.s3a.AWSServiceThrottledException",
            "org.apache.hadoop.fs.s3a.AWSStatus500Exception",
            "org.apache.hadoop.fs.s3a.HttpChannelEOFException",
            "org.apache.hadoop.net.ConnectTimeoutException",
            "java.net.ConnectException",
            "java.net.NoRouteToHostException",
            "java.net.SocketException",
            "java.net.SocketTimeoutException");

    private Outage() {}

    /** What to say of a failure behind which there is an outage. */
    public static Optional<TryLater> behind(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++, cause = cause.getCause())
            if (KINDS.contains(cause.getClass().getName())) return Optional.of(told(cause));
        return Optional.empty();
    }

    private static TryLater told(Throwable outage) {
        String what = String.valueOf(outage.getMessage()).lines().findFirst().orElse("");
        return new TryLater(
                "The store did not answer, though it was asked again and again (%s). Readers see what they saw before; the next run goes on from what was finished. Run it again."
                        .formatted(what));
    }
}
