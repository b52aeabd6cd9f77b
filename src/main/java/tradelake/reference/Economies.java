package tradelake.reference;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The economies that UN Comtrade knows, by code and by key. */
public final class Economies {
    /** Of several codes with one key, the one in use: a current reporter before partner codes and old ones. */
    private static final Comparator<Economy> PREFERENCE = comparing(Economies::isHistorical)
            .thenComparing(Economy::isReporter, Comparator.reverseOrder())
            .thenComparing(Economy::code);

    /** All partners together, known or not, where a key of an economy could stand. */
    public static final String EVERYONE = "WLD";

    private final SortedMap<Integer, Economy> byCode = new TreeMap<>();
    private final Map<String, Economy> preferred = new HashMap<>();

    private Economies(Iterable<Line> lines) {
        for (Line line : lines) {
            Economy economy = Economy.of(line);
            byCode.put(economy.code(), economy);
            preferred.merge(economy.key(), economy, (a, b) -> PREFERENCE.compare(a, b) <= 0 ? a : b);
        }
    }

    static Economies of(Csv builtIn, Csv user) {
        SortedMap<Integer, Line> lines = new TreeMap<>();
        for (Line line : builtIn.lines())
            if (lines.put(line.integer("code"), line) != null) throw line.bad("code", "stands twice: keep one");
        for (Line line : user.lines()) overlay(lines, line);
        return new Economies(lines.values());
    }

    /** All codes, in their order. */
    public List<Economy> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Economy> byCode(int code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The economy of a key under the code in use: 490 for TWN, 729 for SDN. */
    public Optional<Economy> byKey(String key) {
        return Optional.ofNullable(preferred.get(key));
    }

    private static boolean isHistorical(Economy economy) {
        return economy.kind() == EconomyKind.HISTORICAL;
    }

    /** A line with a code changes or adds that code; a line with a key alone names every code of the key. */
    private static void overlay(SortedMap<Integer, Line> lines, Line user) {
        if (user.has("code")) lines.merge(user.integer("code"), user, Economies::change);
        else rename(lines, user);
    }

    private static Line change(Line before, Line user) {
        Line now = user.over(before);
        if (!now.text("key").equals(before.text("key")))
            throw user.bad(
                    "key", "is not the key of code %s: write %s".formatted(user.text("code"), before.text("key")));
        return now;
    }

    private static void rename(SortedMap<Integer, Line> lines, Line user) {
        String key = user.required("key");
        for (String column : Economy.COLUMNS)
            if (user.has(column) && !column.equals("key") && !Economy.NAMES.contains(column))
                throw user.bad(column, "needs a code beside it: a key alone can only change names");
        if (lines.values().stream().noneMatch(l -> l.text("key").equals(key)))
            throw user.bad("key", "is no known economy: use a key such as CHN, or add its code");
        lines.replaceAll((code, line) -> line.text("key").equals(key) ? user.over(line) : line);
    }
}
