package tradelake.claims;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tradelake.lake.BadInput;

/**
 * The keys of one claim or variant as written.
 *
 * @param place file and claim, for the sake of messages
 */
record Entry(ConfigObject object, String place) {
    void refuseOthersThan(Collection<String> known) {
        for (String key : object.keySet())
            if (!known.contains(key))
                throw new BadInput("%s: unknown key '%s': use %s".formatted(place, key, String.join(", ", known)));
    }

    /** This, with the keys that {@code changes} gives in place of its own. */
    Entry with(ConfigObject changes, String name) {
        return new Entry(changes.withFallback(object), place + ", variant " + name);
    }

    Entry without(String key) {
        return new Entry(object.withoutKey(key), place);
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    String text(String key) {
        return value(key, () -> config().getString(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int year(String key) {
        return value(key, () -> config().getInt(key));
    }

    boolean flag(String key) {
        return has(key) && value(key, () -> config().getBoolean(key));
    }

    /** One id or a list of them. */
    Optional<Side> side(String key) {
        if (!has(key)) return Optional.empty();
        boolean one = object.get(key).valueType() == ConfigValueType.STRING;
        List<String> ids = one ? List.of(text(key)) : value(key, () -> config().getStringList(key));
        if (ids.isEmpty()) throw new BadInput("%s: %s is empty: name a group or economy".formatted(place, key));
        return Optional.of(new Side(List.copyOf(ids)));
    }

    List<Side> sides(String key) {
        return has(key)
                ? value(key, () -> config().getStringList(key)).stream()
                        .map(id -> new Side(List.of(id)))
                        .toList()
                : List.of();
    }

    Optional<ConfigObject> object(String key) {
        return has(key) ? Optional.of(value(key, () -> config().getObject(key))) : Optional.empty();
    }

    private <T> T value(String key, Supplier<T> reading) {
        if (!has(key)) throw new BadInput("%s: %s is missing: add it".formatted(place, key));
        try {
            return reading.get();
        } catch (ConfigException e) {
            throw new BadInput(
                    "%s: %s = %s is of the wrong kind: see conf/README.md"
                            .formatted(place, key, object.get(key).unwrapped()),
                    e);
        }
    }

    private Config config() {
        return object.toConfig();
    }
}
