package tradelake.sources;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tradelake.lake.console.Display;

/**
 * Why a file cannot be used.
 *
 * @param verdict damaged, or no trade file at all
 * @param reason stable name, lower_snake_case
 * @param message one sentence: which file, what is wrong, what to do
 */
record Refusal(Verdict verdict, String reason, String message) {
    /** Names and words of a file are data: what stands in them commands neither a terminal nor a log. */
    Refusal {
        message = Display.printable(message);
    }

    static final Refusal NONE = new Refusal(Verdict.READABLE, "", "");

    /** So many known headers in the first line make it trade data, if of a layout that cannot be read. */
    private static final int TELLING = 5;

    private static final String BACI =
            "%s is CEPII's BACI, reconciled trade, which is not mixed with what reporters" + " publish; leave it out.";
    /** Its own header, and that of a widely used table made of it. */
    private static final List<Set<String>> BACI_HEADERS = List.of(
            Set.of("t", "i", "j", "k", "v", "q"),
            Set.of("exporter_iso3c", "importer_iso3c", "hs6", "year", "hs_version", "total_q"));

    private static final String OTHER_CONTAINER = "%s is %s, which is not read; write its content as CSV or Parquet.";
    private static final String OFFICE = "an Excel sheet or another office document";
    private static final String[][] CONTAINERS = {
        {"RDX", "r_data", "an R data file"},
        {"X\n\0\0", "r_data", "an R data file"},
        {"\u00d0\u00cf\u0011\u00e0", "office_document", OFFICE},
        {"BZh", "bzip2", "compressed with bzip2"},
        {"\u00fd7zXZ", "xz", "compressed with xz"},
        {"7z\u00bc\u00af", "seven_zip", "a 7z archive"},
        {"(\u00b5/\u00fd", "zstd", "compressed with zstd"},
        {"SQLite format 3", "sqlite", "a SQLite database"}
    };

    static Refusal damaged(String name, DamagedContent damage) {
        return damaged(damage.reason(), "%s is damaged: %s; download it again.".formatted(name, damage.getMessage()));
    }

    static Refusal foreign(String name, ForeignContent content) {
        return foreign(content.reason(), "%s %s; leave it out.".formatted(name, content.getMessage()));
    }

    /** For an archive. */
    static Refusal mixed(String name, Format one, Format other) {
        String sentence = "%s holds files of two formats (%s, %s); unpack it.";
        return foreign("mixed_archive", sentence.formatted(name, one.name(), other.name()));
    }

    /** For an archive that is the container of a sheet or document. */
    static Refusal office(String name) {
        return foreign("office_document", OTHER_CONTAINER.formatted(name, OFFICE));
    }

    /** For typed content, which has no first line to be recognised by. */
    static void requireComplete(Set<ApiField> found) throws ForeignContent {
        if (Layout.isComplete(found)) return;
        if (found.size() < TELLING) throw new ForeignContent("not_a_trade_file", "is not a trade file");
        Set<ApiField> lacking = new TreeSet<>(Layout.PLACING);
        lacking.addAll(Layout.BREAKDOWNS);
        lacking.removeAll(found);
        throw new ForeignContent(
                "unknown_layout", "has trade columns (%s), but lacks %s".formatted(sample(found), joined(lacking)));
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
        if (isBaci(head)) return foreign("baci", BACI.formatted(name));
        for (String[] container : CONTAINERS)
            if (head.startsWith(container[0]))
                return foreign(container[1], OTHER_CONTAINER.formatted(name, container[2]));
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff"))
            return foreign("utf_16", "%s is UTF-16 text, which is not read; write it as UTF-8.".formatted(name));
        if (head.fields(";").size() >= TELLING)
            return foreign(
                    "semicolons",
                    "%s has trade columns between semicolons, which are not read; write it with commas."
                            .formatted(name));
        Set<ApiField> known = new TreeSet<>(head.fields("\t"));
        known.addAll(head.fields(","));
        if (known.size() < TELLING)
            return foreign("not_a_trade_file", "%s is not a trade file; leave it out.".formatted(name));
        String sentence = "%s has trade columns (%s), but the layout of no known format (%s); get it in one of these.";
        return foreign("unknown_layout", sentence.formatted(name, sample(known), Formats.names()));
    }

    private static boolean isBaci(Head head) {
        List<String> headers = List.copyOf(head.headers(","));
        return BACI_HEADERS.stream().anyMatch(headers::containsAll);
    }

    private static String sample(Set<ApiField> fields) {
        return String.join(
                        ", ",
                        fields.stream().map(ApiField::apiName).limit(TELLING).toList()) + " ...";
    }

    private static String joined(Set<ApiField> fields) {
        return fields.stream().map(ApiField::apiName).collect(joining(", "));
    }

    private static Refusal foreign(String reason, String message) {
        return new Refusal(Verdict.NOT_A_TRADE_FILE, reason, message);
    }
}
