package tradelake.lake;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lays the user's values over the defaults and refuses what is unknown or of the wrong type. */
final class SettingsReader {
    /** Not reference.conf: other libraries on a cluster's class path have files of that name. */
    private static final String DEFAULTS = "tradelake/settings.conf";

    private static final String SPARK = "spark.";
    private static final String OVERRIDE = "--set";

    private final Map<String, ConfigValue> standard = flat(ConfigFactory.parseResources(
                    SettingsReader.class.getClassLoader(),
                    DEFAULTS,
                    ConfigParseOptions.defaults().setAllowMissing(false))
            .root());

    Settings read(Optional<Path> file, List<String> overrides) {
        Map<String, ConfigValue> given = new LinkedHashMap<>();
        file.ifPresent(path -> given.putAll(flat(parse(path).root())));
        overrides.forEach(override -> given.putAll(override(override)));
        given.forEach(this::refuseUnknown);
        Map<String, Setting> settings = new LinkedHashMap<>();
        standard.forEach((key, value) -> settings.put(key, setting(key, value, given.getOrDefault(key, value))));
        return new Settings(Collections.unmodifiableMap(settings), spark(given));
    }

    private static SortedMap<String, String> spark(Map<String, ConfigValue> given) {
        SortedMap<String, String> spark = new TreeMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(SPARK)) spark.put(key, SettingType.text(value));
        });
        return Collections.unmodifiableSortedMap(spark);
    }

    private static Setting setting(String key, ConfigValue standard, ConfigValue value) {
        SettingType type = SettingType.of(standard);
        String source = value == standard ? Settings.DEFAULT : place(value.origin());
        return new Setting(
                key,
                type,
                SettingType.text(standard),
                SettingType.text(value),
                read(key, type, value),
                source,
                meaning(standard));
    }

    private static Object read(String key, SettingType type, ConfigValue value) {
        try {
            return type.read(value);
        } catch (RuntimeException e) {
            throw new BadInput(
                    "Cannot use %s = %s (%s): it must be %s."
                            .formatted(key, SettingType.text(value), place(value.origin()), type.expected()),
                    e);
        }
    }

    private void refuseUnknown(String key, ConfigValue value) {
        if (key.startsWith(SPARK) || standard.containsKey(key)) return;
        throw new BadInput("Unknown setting %s (%s).%s All settings are in docs/settings.md."
                .formatted(key, place(value.origin()), Nearest.hint(key, standard.keySet())));
    }

    /** Environment variables may be named in the file, as ${AWS_SECRET_KEY}: secrets need not stand in it. */
    private static Config parse(Path file) {
        try {
            return ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
        } catch (ConfigException.IO e) {
            throw new BadInput("Cannot read the settings file %s: is it there, and readable?".formatted(file), e);
        } catch (ConfigException e) {
            String what = e.getMessage().lines().findFirst().orElse("");
            throw new BadInput("Cannot read the settings file: %s".formatted(what), e);
        }
    }

    private static Map<String, ConfigValue> override(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadInput("Cannot read --set %s: write --set key=value.".formatted(text));
        }
        String value = text.substring(equals + 1).strip();
        return Map.of(text.substring(0, equals).strip(), value.startsWith("[") ? list(value) : scalar(value));
    }

    private static ConfigValue scalar(String text) {
        return ConfigValueFactory.fromAnyRef(text, OVERRIDE);
    }

    private static ConfigValue list(String text) {
        try {
            return ConfigFactory.parseString(
                            "v = " + text, ConfigParseOptions.defaults().setOriginDescription(OVERRIDE))
                    .getValue("v")
                    .withOrigin(scalar("").origin());
        } catch (ConfigException e) {
            throw new BadInput("Cannot read --set %s: write a list as [RCEP, ASEAN].".formatted(text), e);
        }
    }

    /** All values by dotted key in the order of their lines; {@code "a.b" = 1} is the same as {@code a.b = 1}. */
    private static Map<String, ConfigValue> flat(ConfigObject root) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        collect("", root, values);
        return values.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> entry.getValue().origin().lineNumber()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }

    private static void collect(String prefix, ConfigObject object, Map<String, ConfigValue> into) {
        object.forEach((name, value) -> {
            if (value instanceof ConfigObject inner) collect(prefix + name + ".", inner, into);
            else into.put(prefix + name, value);
        });
    }

    private static String place(ConfigOrigin origin) {
        if (origin.filename() == null) return origin.description();
        return origin.filename() + ":" + origin.lineNumber();
    }

    private static String meaning(ConfigValue standard) {
        return standard.origin().comments().stream().map(String::strip).collect(Collectors.joining(" "));
    }
}
