package tradelake.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a code of UN Comtrade's list of reporters and partners stands for. */
public enum EconomyKind {
    ECONOMY,
    /** Areas not elsewhere specified, bunkers, free zones: no economy is known. */
    RESIDUAL,
    /** An economy or territory under a code no longer in use. */
    HISTORICAL,
    /** A group that reports beside its members. */
    GROUP,
    /** The sum over all partners. */
    WORLD;

    /** Can stand in a group of economies. */
    public boolean canBeMember() {
        return this == ECONOMY || this == HISTORICAL;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EconomyKind of(Line line, String column) {
        return Arrays.stream(values())
                .filter(k -> k.label().equals(line.text(column)))
                .findFirst()
                .orElseThrow(() -> line.bad(column, "is no kind of economy: use " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(EconomyKind::label).collect(Collectors.joining(", "));
    }
}
