package tradelake.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a user may set, checked before anything starts. Keys, defaults and meanings stand in the resource
 * {@code tradelake/settings.conf}; asking for a key that is not there is a mistake in the program.
 */
public final class Settings {
    static final String DEFAULT = "default";

    private final Map<String, Setting> byKey;
    private final SortedMap<String, String> spark;

    Settings(Map<String, Setting> byKey, SortedMap<String, String> spark) {
        this.byKey = byKey;
        this.spark = spark;
    }

    public static Settings defaults() {
        return read(Optional.empty(), List.of());
    }

    /**
     * The defaults, under the file's values, under the overrides.
     *
     * @param file HOCON; must exist
     * @param overrides each {@code key=value}
     */
    public static Settings read(Optional<Path> file, List<String> overrides) {
        return new SettingsReader().read(file, overrides);
    }

    public String string(String key) {
        return value(key, String.class);
    }

    public int integer(String key) {
        long number = wholeNumber(key);
        if (number != (int) number) throw refuse(key, "a whole number of at most nine digits");
        return (int) number;
    }

    public long wholeNumber(String key) {
        return value(key, Long.class);
    }

    public double number(String key) {
        return value(key, Double.class);
    }

    public boolean flag(String key) {
        return value(key, Boolean.class);
    }

    public Duration duration(String key) {
        return value(key, Duration.class);
    }

    public LocalDate date(String key) {
        return value(key, LocalDate.class);
    }

    public MonthDay monthDay(String key) {
        return value(key, MonthDay.class);
    }

    public Years years(String key) {
        return value(key, Years.class);
    }

    public List<String> list(String key) {
        return ((List<?>) value(key, List.class)).stream().map(String::valueOf).toList();
    }

    /** Keys under {@code spark.}, to be handed to Spark as they are. May hold secrets: never print them. */
    public SortedMap<String, String> spark() {
        return spark;
    }

    /** In the order of the file of defaults. */
    public List<Setting> all() {
        return List.copyOf(byKey.values());
    }

    /** Those that the user set. */
    public List<Setting> changed() {
        return all().stream().filter(Setting::changed).toList();
    }

    /** The values of some keys, as a text that is equal exactly when the values are: 1e-6 and 0.000001 give the same. */
    public String fingerprintOf(Collection<String> keys) {
        return keys.stream()
                .distinct()
                .sorted()
                .map(key -> key + "=" + setting(key).value())
                .collect(Collectors.joining("\n"));
    }

    /** What to throw when a value has the right type but cannot be used, such as a share of 1.2. */
    public BadInput refuse(String key, String expected) {
        Setting setting = setting(key);
        return new BadInput(
                "Cannot use %s = %s (%s): it must be %s.".formatted(key, setting.text(), setting.source(), expected));
    }

    /** The page docs/settings.md. */
    public String toMarkdown() {
        return SettingsPage.of(all());
    }

    private <T> T value(String key, Class<T> type) {
        Object value = setting(key).value();
        if (type.isInstance(value)) return type.cast(value);
        throw new IllegalStateException(
                "%s holds %s".formatted(key, setting(key).type().expected()));
    }

    private Setting setting(String key) {
        Setting setting = byKey.get(key);
        if (setting == null) throw new IllegalStateException("No setting " + key + " in tradelake/settings.conf");
        return setting;
    }
}
