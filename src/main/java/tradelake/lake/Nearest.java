package tradelake.lake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What the user probably meant: the known word at the smallest edit distance from the one given. */
public final class Nearest {
    private Nearest() {}

    /** Empty when no known word is near: more than half of the longer one would have to change. */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingDouble((String word) -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(given, word) <= 0.5);
    }

    /** " Did you mean gold.coverage?", or nothing when no known word is near. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known).map(word -> " Did you mean " + word + "?").orElse("");
    }

    /** Edits as a fraction of the longer word, 0 to 1; one that lacks only its first or last part ("factor", "mirror") is near. */
    private static double distance(String given, String word) {
        String a = given.toLowerCase(Locale.ROOT);
        String b = word.toLowerCase(Locale.ROOT);
        double edits = (double) edits(a, b) / Math.max(1, Math.max(a.length(), b.length()));
        boolean part = !a.isEmpty() && (b.startsWith(a + ".") || b.endsWith("." + a) || b.endsWith("-" + a));
        return part ? Math.min(edits, 0.4) : edits;
    }

    /** Levenshtein's distance, by rows. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
