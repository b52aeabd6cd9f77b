package tradelake.tariffs.scenarios;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;

/** An object of a scenario file: typed values by key, and the sentence that refuses one. */
record ScenarioNode(Path file, String path, ConfigObject object) {
    /** Refuses every other key. */
    void allow(Set<String> keys) {
        for (String key : new TreeSet<>(object.keySet()))
            if (!keys.contains(key))
                throw refuse(
                        key,
                        "is no key here: use one of %s.%s"
                                .formatted(String.join(", ", new TreeSet<>(keys)), Nearest.hint(key, keys)));
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    String text(String key) {
        if (!has(key)) throw missing(key, "a text");
        ConfigValue value = object.get(key);
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST)
            throw refuse(key, "must be one text");
        return value.unwrapped().toString();
    }

    Optional<LocalDate> date(String key) {
        if (!has(key)) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text(key)));
        } catch (DateTimeParseException e) {
            throw refuse(key, "must be a date such as 2025-08-31");
        }
    }

    Double number(String key, double standard) {
        if (!has(key)) return standard;
        try {
            return Double.valueOf(text(key));
        } catch (NumberFormatException e) {
            throw refuse(key, "must be a number");
        }
    }

    /** None where the key is missing. */
    List<String> texts(String key) {
        if (!has(key)) return List.of();
        if (!(object.get(key) instanceof ConfigList list)) throw refuse(key, "must be a list such as [USA, CHN]");
        return list.stream().map(value -> value.unwrapped().toString()).toList();
    }

    Optional<ScenarioNode> object(String key) {
        if (!has(key)) return Optional.empty();
        if (!(object.get(key) instanceof ConfigObject inner)) throw refuse(key, "must hold keys in braces { }");
        return Optional.of(new ScenarioNode(file, path + key + ".", inner));
    }

    List<ScenarioNode> objects(String key) {
        if (!has(key)) return List.of();
        if (!(object.get(key) instanceof ConfigList list)) throw refuse(key, "must be a list of { }");
        return list.stream()
                .map(value -> {
                    if (value instanceof ConfigObject inner) return new ScenarioNode(file, path + key + ".", inner);
                    throw refuse(key, "must hold a { } for each");
                })
                .toList();
    }

    <E extends Enum<E>> E choice(String key, E[] all, E standard) {
        if (!has(key)) return standard;
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(text(key)))
                .findFirst()
                .orElseThrow(() -> refuse(
                        key,
                        "must be one of "
                                + Arrays.stream(all)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** @param remedy what it must be */
    BadInput refuse(String key, String remedy) {
        ConfigValue value = object.get(key);
        return new BadInput("%s line %d: %s = %s: it %s."
                .formatted(
                        file,
                        value.origin().lineNumber(),
                        path + key,
                        value.render(com.typesafe.config.ConfigRenderOptions.concise()),
                        remedy.replaceAll("\\.$", "")));
    }

    BadInput missing(String key, String example) {
        return new BadInput("%s line %d: %s is missing: add it, such as %s = %s."
                .formatted(file, Math.max(1, object.origin().lineNumber()), path + key, key, example));
    }
}
