package tradelake.reference;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One code of UN Comtrade's list of reporters and partners; several codes can share a key. Unknown texts are empty.
 *
 * @param code the integer code of Comtrade, or -1: our own, not allocated to a partner
 * @param key ISO 3166-1 alpha-3, or C and three digits where there is none; WLD the world, _X not allocated
 * @param nameComtrade the English name that tables show, UN Comtrade's own
 * @param nameEn a short English name
 * @param entryYear the first year of the code
 * @param exitYear the last year of the code
 * @param region M49 region
 * @param subregion M49 sub-region
 * @param lldc landlocked developing country
 * @param sids small island developing state
 */
public record Economy(
        int code,
        String key,
        String iso2,
        String nameComtrade,
        String nameEn,
        String nameZh,
        EconomyKind kind,
        boolean isReporter,
        boolean isPartner,
        OptionalInt entryYear,
        OptionalInt exitYear,
        String region,
        String subregion,
        boolean lldc,
        boolean sids,
        String note,
        String source,
        String confidence) {
    static final String FILE = "economies.csv";
    static final List<String> NAMES = List.of("name_comtrade", "name_en", "name_zh");
    static final List<String> COLUMNS = List.of(
            "code",
            "key",
            "iso2",
            "name_comtrade",
            "name_en",
            "name_zh",
            "kind",
            "is_reporter",
            "is_partner",
            "entry_year",
            "exit_year",
            "region",
            "subregion",
            "lldc",
            "sids",
            "note",
            "source",
            "confidence");
    private static final Pattern KEY = Pattern.compile("[A-Z_][A-Z0-9]{1,3}");

    static Economy of(Line line) {
        String name = line.required("name_comtrade");
        String english = line.text("name_en", name);
        return new Economy(
                line.integer("code"),
                key(line),
                line.text("iso2"),
                name,
                english,
                line.text("name_zh", english),
                EconomyKind.of(line, "kind"),
                line.flag("is_reporter"),
                line.flag("is_partner"),
                line.year("entry_year"),
                line.year("exit_year"),
                line.text("region"),
                line.text("subregion"),
                line.flag("lldc"),
                line.flag("sids"),
                line.text("note"),
                line.text("source"),
                line.text("confidence"));
    }

    private static String key(Line line) {
        if (!KEY.matcher(line.required("key")).matches())
            throw line.bad("key", "is no key: use two to four capital letters and digits, such as CHN");
        return line.text("key");
    }
}
