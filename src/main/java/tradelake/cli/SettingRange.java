package tradelake.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tradelake.lake.BadInput;
import tradelake.lake.Settings;
import tradelake.lake.Years;
import tradelake.reference.ProductLevel;

/**
 * What values of a setting make sense, among those of the right type.
 *
 * @param expected continues "it must be"
 */
record SettingRange(String key, Predicate<Settings> holds, String expected) {
    private static final String LEVELS =
            Arrays.stream(ProductLevel.values()).map(ProductLevel::label).collect(Collectors.joining(", "));

    private static final long MANY = 999_999_999;
    /** The year in which RCEP first entered into force. */
    private static final int ENTRY = 2022;

    private static final List<SettingRange> ALL = List.of(
            number("residual.tolerance", share -> share >= 0 && share < 1, "0 or more and below 1"),
            of("extracts.chapters-for-total", Settings::wholeNumber, n -> n >= 1 && n <= 97, "from 1 to 97"),
            of("shares.least-months", Settings::wholeNumber, n -> n >= 1 && n <= 12, "from 1 to 12"),
            number("mirror.cif-factor", factor -> factor >= 1 && factor <= 2, "from 1 to 2"),
            number("mirror.highest-cif-rate", rate -> rate > 0 && rate <= 1, "above 0 and at most 1"),
            number("mirror.smallest-gap", gap -> gap > 0 && gap <= 1, "above 0 and at most 1"),
            of("pairs.product-levels", Settings::list, SettingRange::areLevels, "a list of some of " + LEVELS),
            of("gravity.least-flows", Settings::wholeNumber, n -> n >= 1 && n <= MANY, "1 or more"),
            of("gravity.least-pairs", Settings::wholeNumber, n -> n >= 2 && n <= MANY, "2 or more"),
            of("event-study.trend", Settings::years, years -> years.to() < ENTRY, "years before " + ENTRY),
            of("event-study.placebo-years", Settings::wholeNumber, n -> n >= 1 && n <= 10, "from 1 to 10"),
            of("before-after.baselines", Settings::list, SettingRange::areYears, "a list such as [2019, 2017-2019]"),
            of("snapshot.runs-kept", Settings::integer, kept -> kept >= 0, "0 (no snapshots) or more"),
            of("lock.expiry", Settings::duration, SettingRange::isExpiry, "from 1s to 30d"),
            of("steps.at-once", Settings::wholeNumber, n -> n >= 1 && n <= 64, "from 1 to 64"),
            of("watch.total-moved", Settings::string, Watch::isWord, Watch.WORDS),
            of("watch.coverage-fell", Settings::string, Watch::isWord, Watch.WORDS),
            of("watch.control-gap", Settings::string, Watch::isWord, Watch.WORDS),
            of("watch.no-new-release", Settings::string, Watch::isWord, Watch.WORDS),
            of("watch.factor", Settings::wholeNumber, factor -> factor >= 2, "2 or more"),
            number("watch.largest-gap", gap -> gap > 0, "above 0"),
            of("fetch.rows-at-most", Settings::wholeNumber, n -> n >= 2 && n <= 2_500_000, "from 2 to 2500000"),
            of("fetch.tries", Settings::wholeNumber, n -> n >= 1 && n <= 1000, "from 1 to 1000"),
            of("fetch.stall", Settings::duration, SettingRange::isExpiry, "from 1s to 30d"));

    /** These settings, if all of them can be used. */
    static Settings checked(Settings settings) {
        for (SettingRange range : ALL)
            if (!range.holds.test(settings)) throw settings.refuse(range.key, range.expected);
        return settings;
    }

    private static SettingRange number(String key, Predicate<Double> holds, String expected) {
        return of(key, Settings::number, holds, expected);
    }

    private static <T> SettingRange of(
            String key, BiFunction<Settings, String, T> value, Predicate<T> holds, String expected) {
        return new SettingRange(key, settings -> holds.test(value.apply(settings, key)), expected);
    }

    private static boolean areLevels(List<String> words) {
        List<String> known = List.of(LEVELS.split(", "));
        return words.stream().allMatch(word -> known.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean areYears(List<String> words) {
        try {
            words.forEach(Years::parse);
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private static boolean isExpiry(Duration expiry) {
        return expiry.compareTo(Duration.ofSeconds(1)) >= 0 && expiry.compareTo(Duration.ofDays(30)) <= 0;
    }
}
