package tradelake.sources;

/**
 * Why a row cannot be used.
 *
 * @param reason stable name, lower_snake_case
 * @param message one sentence with field and value
 * @param raw the row as it stands in the file
 */
public record Problem(String reason, String message, RawRecord raw) {}
