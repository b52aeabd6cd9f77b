package tradelake.sources;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a file cannot be used.
 *
 * @param verdict damaged, or no trade file at all
 * @param reason stable name, lower_snake_case
 * @param message one sentence: which file, what is wrong, what to do
 */
record Refusal(Verdict verdict, String reason, String message) {
    static final Refusal NONE = new Refusal(Verdict.READABLE, "", "");

    /** So many known headers in the first line make it trade data, if of a layout that cannot be read. */
    private static final int TELLING = 5;

    static Refusal damaged(String name, DamagedContent damage) {
        return damaged(damage.reason(), "%s is damaged: %s; download it again.".formatted(name, damage.getMessage()));
    }

    static Refusal lastLineCut(String name) {
        return damaged("last_line_cut", "%s ends in the middle of its last line; download it again.".formatted(name));
    }

    static Refusal unreadable(String name, IOException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return damaged("unreadable", "%s cannot be read (%s); check its permissions.".formatted(name, why));
    }

    private static Refusal damaged(String reason, String message) {
        return new Refusal(Verdict.DAMAGED, reason, message);
    }

    /** For content that no format recognises. */
    static Refusal unrecognised(String name, Head head) {
        if (head.isEmpty()) return damaged("empty", "%s is empty; download it again.".formatted(name));
        if (head.isMarkup())
            return foreign("html_page", "%s is a web page or XML, not data; repeat the download.".formatted(name));
        Set<ApiField> known = new TreeSet<>(head.fields("\t"));
        known.addAll(head.fields(","));
        if (known.size() < TELLING)
            return foreign("not_a_trade_file", "%s is not a trade file; leave it out.".formatted(name));
        String sentence = "%s has trade columns (%s), but the layout of no known format (%s); get it in one of these.";
        return foreign("unknown_layout", sentence.formatted(name, sample(known), Formats.names()));
    }

    private static String sample(Set<ApiField> fields) {
        return String.join(
                        ", ",
                        fields.stream().map(ApiField::apiName).limit(TELLING).toList()) + " ...";
    }

    private static Refusal foreign(String reason, String message) {
        return new Refusal(Verdict.NOT_A_TRADE_FILE, reason, message);
    }
}
