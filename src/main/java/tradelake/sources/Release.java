package tradelake.sources;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A file that was once offered to the lake.
 *
 * @param facts what the first pass found
 * @param modifiedMs when the file last changed, milliseconds since 1970: together with path and size it tells a file that
 *     need not be read again
 * @param status whether its rows count
 * @param readBy {@link Formats#REVISION} of the readers that found the facts, 0 for one that did not say
 */
public record Release(FileFacts facts, long modifiedMs, Status status, int readBy) {

    private static final int SHORTEST_HASH = 8;

    /** Whether the rows of a release count. */
    public enum Status {
        ACCEPTED,
        DAMAGED,
        NOT_A_TRADE_FILE,
        /** Published after the day that {@code build --as-of} names. */
        LATER,
        /** Another file stands where it was found. */
        REPLACED,
        /** Taken out by {@code forget}. */
        FORGOTTEN;

        Verdict verdict() {
            return switch (this) {
                case DAMAGED -> Verdict.DAMAGED;
                case NOT_A_TRADE_FILE -> Verdict.NOT_A_TRADE_FILE;
                default -> Verdict.READABLE;
            };
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Release found(FileFacts facts, long modifiedMs) {
        Status status =
                switch (facts.verdict()) {
                    case READABLE -> Status.ACCEPTED;
                    case DAMAGED -> Status.DAMAGED;
                    case NOT_A_TRADE_FILE -> Status.NOT_A_TRADE_FILE;
                };
        return new Release(facts, modifiedMs, status, Formats.REVISION);
    }

    public String id() {
        return facts.sha256();
    }

    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }

    /** Whether a user who names a file so may mean this one: its path, its name, or the beginning of its SHA-256. */
    boolean isMeantBy(String name) {
        String path = facts.path();
        boolean hash = name.length() >= SHORTEST_HASH && id().startsWith(name);
        return hash || path.equals(name) || path.endsWith("/" + name);
    }

    /** This release as it counted on a day: not at all before it was published. */
    public Release asOf(LocalDate day) {
        boolean later = facts.published().filter(day::isBefore).isPresent();
        return isAccepted() && later ? with(Status.LATER) : this;
    }

    /** This release with no day in mind. */
    public Release asOfToday() {
        return status == Status.LATER ? with(Status.ACCEPTED) : this;
    }

    Release with(Status other) {
        return new Release(facts, modifiedMs, other, readBy);
    }
}
