package tradelake.lake.console;

import java.util.Locale;

/** How text looks on a terminal: how wide it is, and what of it must not reach the terminal as it is. */
public final class Display {
    private Display() {}

    /** Columns that the text takes: Chinese, Japanese and Korean characters take two, combining marks none. */
    public static int width(String text) {
        return text.codePoints().map(Display::width).sum();
    }

    /** The text cut to a width, with an ellipsis where something was cut. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) return text;
        StringBuilder kept = new StringBuilder();
        int room = columns - 1;
        for (int c : text.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) break;
            kept.appendCodePoint(c);
        }
        return kept + "\u2026";
    }

    /** The text in one line, control characters spelled out: what stands in a data file cannot command the terminal. */
    public static String printable(String text) {
        if (text.codePoints().noneMatch(Display::commands)) return text;
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (commands(c)) safe.append(spelled(c));
            else safe.appendCodePoint(c);
        });
        return safe.toString();
    }

    private static boolean commands(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    private static String spelled(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", c);
        };
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        return wide(c) ? 2 : 1;
    }

    /** The blocks that Unicode's East Asian Width calls wide or full. */
    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
