package tradelake.sources;

/** What the first pass says of a file. */
public enum Verdict {
    /** A trade file that was read to its end; single rows may still have problems. */
    READABLE,
    /** It is, or was to be, a trade file, but cannot be read to its end. */
    DAMAGED,
    /** Something else that lies in the folder. */
    NOT_A_TRADE_FILE
}
