package tradelake.lake;

/**
 * Something odd in the data that does not stop the run: counted, kept, reported once by kind at the end, most rows first.
 *
 * @param kind stable name, lower case with hyphens, such as {@code parts-exceed-total}
 * @param message one sentence with the value concerned
 * @param rows how many rows it is about, 1 or more
 */
public record Finding(String kind, String message, long rows) {}
