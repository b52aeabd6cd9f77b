package tradelake.tariffs.simulate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tradelake.lake.BadInput;
import tradelake.reference.Line;

/** The distinct values of a column in order of appearance, and the place of each. */
record Names(List<String> all) {
    static Names of(List<Line> lines, String... columns) {
        return new Names(List.of(columns).stream()
                .flatMap(column -> lines.stream().map(line -> line.required(column)))
                .distinct()
                .toList());
    }

    int size() {
        return all.size();
    }

    int at(Line line, String column) {
        int place = all.indexOf(line.required(column));
        if (place < 0) throw line.bad(column, "is not in the file of flows: correct it or add its flows");
        return place;
    }

    /** Refuses a line with the same key as one before it. */
    static void requireOnce(List<Line> lines, Function<Line, List<String>> key) {
        Set<List<String>> seen = new HashSet<>();
        for (Line line : lines)
            if (!seen.add(key.apply(line)))
                throw new BadInput("%s line %d: %s stands twice: keep one line."
                        .formatted(line.file(), line.number(), String.join(", ", key.apply(line))));
    }
}
