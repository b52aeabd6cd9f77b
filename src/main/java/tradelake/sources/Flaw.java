package tradelake.sources;

/**
 * What is wrong with a row, before its raw text is looked at.
 *
 * @param reason stable name, lower_snake_case
 * @param message one sentence with field and value
 */
record Flaw(String reason, String message) {
    private static final int QUOTED = 60;

    /** A field whose text is not what it must be. */
    static Flaw of(String reason, ApiField field, String text, String expected) {
        return new Flaw(reason, "%s is %s, not %s.".formatted(field, quoted(text), expected));
    }

    private static String quoted(String text) {
        if (text.isEmpty()) return "empty";
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= QUOTED ? "'" + printable + "'" : "'" + printable.substring(0, QUOTED) + "...'";
    }
}
