package tradelake.s3;

/** What happens to requests between a program and the server. */
@FunctionalInterface
public interface Weather {
    Fault over(Request request);

    /**
     * What is asked for.
     *
     * @param path bucket, key and query
     */
    record Request(String method, String path) {}

    /** What can go wrong. */
    enum Fault {
        NONE(0, ""),
        /** The connection is reset before the server hears of the request. */
        RESET(0, ""),
        /** The server did what it was asked for, and the connection is reset before its answer. */
        LOST_ANSWER(0, ""),
        /** Half of the answer's body arrives. */
        CUT(0, ""),
        INTERNAL(500, "InternalError"),
        /** Another conditional request for the object is under way: to be sent again. */
        CONFLICT(409, "ConditionalRequestConflict"),
        SLOW_DOWN(503, "SlowDown");

        private final int status;
        private final String code;

        Fault(int status, String code) {
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }
}
