package tradelake.lake;

/**
 * Something odd in the data: counted, kept, reported once by kind at the end, most rows first.
 *
 * @param kind stable name, lower case with hyphens, such as {@code parts-exceed-total}
 * @param message one sentence with the value concerned
 * @param rows how many rows it is about, 1 or more
 * @param severity what it means for the run
 */
public record Finding(String kind, String message, long rows, Severity severity) {
    /** As the report of a run writes it. */
    public enum Severity {
        /** To know when reading the tables. */
        note,
        /** Somebody should look. */
        warning,
        /** The run is not published. */
        failure
    }

    /** Reports of runs before there were severities have none. */
    public Finding {
        severity = severity == null ? Severity.note : severity;
    }

    public Finding(String kind, String message, long rows) {
        this(kind, message, rows, Severity.note);
    }
}
