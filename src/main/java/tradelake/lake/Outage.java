package tradelake.lake;

import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Failures on the way to a store elsewhere: it did not answer, or said that it cannot at the moment, or has no such address. */
public final class Outage {
    private static final int DEEPEST = 20;

    /** Said of a store alone. By name: on a cluster without S3 its classes are not there. */
    private static final Set<String> OF_STORES = Set.of(
            "org.apache.hadoop.fs.s3a.AWSApiCallTimeoutException",
            "org.apache.hadoop.fs.s3a.AWSNoResponseException",
            "org.apache.hadoop.fs.s3a.AWSServiceThrottledException",
            "org.apache.hadoop.fs.s3a.AWSStatus500Exception",
            "org.apache.hadoop.fs.s3a.HttpChannelEOFException");

    /** Said of any machine, by Spark of its own too. */
    private static final Set<String> OF_NETWORKS = Set.of(
            "org.apache.hadoop.net.ConnectTimeoutException",
            "java.net.ConnectException",
            "java.net.NoRouteToHostException",
            "java.net.SocketException",
            "java.net.SocketTimeoutException",
            "java.net.UnknownHostException");

    private static final List<String> CLIENTS =
            List.of("org.apache.hadoop.fs.", "org.apache.hadoop.hdfs.", "software.amazon.awssdk.");

    private static final Pattern ADDRESS = Pattern.compile("\\b[a-z][a-z0-9]*://[^\\s,;'\")\\]]*[^\\s,;'\")\\].:]");

    private Outage() {}

    /**
     * What to say of a failure behind which there is an outage: to try later, or bad input where nobody knows the address.
     * Whoever is refused was answered, though S3A may have looked for credentials in places that do not answer.
     */
    public static Optional<RuntimeException> behind(Throwable failure) {
        boolean store = false;
        for (Throwable cause : chain(failure)) {
            if (cause instanceof AccessDeniedException) return Optional.empty();
            store |= isOfAStore(cause);
            if (isOne(cause, store)) return Optional.of(told(cause, failure));
        }
        return Optional.empty();
    }

    static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }

    private static boolean isOne(Throwable cause, boolean store) {
        String kind = cause.getClass().getName();
        return OF_STORES.contains(kind) || store && OF_NETWORKS.contains(kind);
    }

    /** Whether a store's client made it or was under way. */
    private static boolean isOfAStore(Throwable cause) {
        Stream<String> classes = Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getClassName);
        return Stream.concat(Stream.of(cause.getClass().getName()), classes)
                .anyMatch(name -> CLIENTS.stream().anyMatch(name::startsWith));
    }

    private static RuntimeException told(Throwable outage, Throwable failure) {
        String what = what(outage, failure);
        if (outage instanceof UnknownHostException)
            return new BadInput(
                    "Cannot find the store (%s): mend its address, or this machine's name service.".formatted(what));
        return new TryLater(
                "The store did not answer, or said that it cannot at the moment (%s). Readers see what they saw before; the next run goes on from what was finished. Run it again."
                        .formatted(what));
    }

    /** In the words of the client, with the address that was asked for even where these are bare. */
    private static String what(Throwable outage, Throwable failure) {
        String words = firstLine(outage);
        if (ADDRESS.matcher(words).find()) return words;
        return chain(failure).stream()
                .map(cause -> ADDRESS.matcher(firstLine(cause)))
                .flatMap(found -> found.results().map(MatchResult::group))
                .findFirst()
                .map(address -> address + ": " + words)
                .orElse(words);
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
