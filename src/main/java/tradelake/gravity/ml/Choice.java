package tradelake.gravity.ml;

import java.util.Arrays;
import tradelake.lake.BadInput;

/** A param whose value is one of a few names. */
final class Choice {
    private Choice() {}

    static <E extends Enum<E>> E of(Class<E> type, String param, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findAny()
                .orElseThrow(() -> new BadInput("Invalid %s '%s': choose one of %s."
                        .formatted(param, name, Arrays.toString(type.getEnumConstants()))));
    }
}
