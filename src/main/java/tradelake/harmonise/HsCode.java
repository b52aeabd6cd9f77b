package tradelake.harmonise;

/** A commodity code of the Harmonized System as published: TOTAL, or 2, 4 or 6 characters that nest by prefix. */
public final class HsCode {
    public static final String TOTAL = "TOTAL";

    private HsCode() {}

    /** 0 for TOTAL, otherwise the length: 2, 4 or 6. */
    public static int level(String code) {
        return code.equals(TOTAL) ? 0 : code.length();
    }

    /** The text by which codes sort with every code before those under it. */
    public static String sortKey(String code) {
        return code.equals(TOTAL) ? "" : code;
    }

    static boolean isUnder(String code, String ancestor) {
        return level(code) > level(ancestor) && code.startsWith(sortKey(ancestor));
    }

    /** One level up: 2709 for 270900, TOTAL for 27. */
    static String parent(String code) {
        return level(code) == 2 ? TOTAL : code.substring(0, code.length() - 2);
    }

    /** The number of a code's chapter, 0 to 99. */
    static int chapter(String code) {
        return 10 * (code.charAt(0) - '0') + code.charAt(1) - '0';
    }

    /** Letters are allowed after the chapter, for 9999AA. */
    static boolean isWellFormed(String code) {
        if (code.equals(TOTAL)) return true;
        if (code.length() != 2 && code.length() != 4 && code.length() != 6) return false;
        for (int i = 0; i < code.length(); i++)
            if (!isDigit(code.charAt(i)) && (i < 2 || !isLetter(code.charAt(i)))) return false;
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
