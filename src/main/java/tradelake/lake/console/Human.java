package tradelake.lake.console;

import java.util.Locale;

/** Numbers as people say them. */
public final class Human {
    private static final String[] SUFFIXES = {"", "k", "M", "G", "T"};

    private Human() {}

    /** Up to 9,999 in full, then three digits and a letter: 41.2M. */
    public static String count(long rows) {
        if (Math.abs(rows) < 10_000) return String.format(Locale.ROOT, "%,d", rows);
        double scaled = rows;
        int suffix = 0;
        while (Math.abs(scaled) >= 999.5 && suffix < SUFFIXES.length - 1) {
            scaled /= 1000;
            suffix++;
        }
        String form = Math.abs(scaled) < 99.95 ? "%.1f%s" : "%.0f%s";
        return String.format(Locale.ROOT, form, scaled, SUFFIXES[suffix]);
    }

    /** "1 rule", "1,204 rules". */
    public static String many(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** 0.4s, 12s, 3m12s, 2h05m. */
    public static String duration(double seconds) {
        if (seconds < 9.95) return String.format(Locale.ROOT, "%.1fs", seconds);
        long whole = Math.round(seconds);
        if (whole < 60) return whole + "s";
        if (whole < 3600) return String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60);
        return String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole % 3600 / 60);
    }

    /** Bytes in powers of 1024: 1.5 GB. */
    public static String bytes(long bytes) {
        if (bytes < 1024) return bytes + " B";
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%.1f %sB", bytes / Math.pow(1024, power), "KMGTPE".charAt(power - 1));
    }
}
