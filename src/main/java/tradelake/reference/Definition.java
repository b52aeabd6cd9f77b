package tradelake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines of one id in a file of groups or product groups: its names, and its parts. Lines without a part only name it.
 *
 * @param parts the lines that hold a part, an economy or an HS code
 */
record Definition(String id, List<Line> lines, List<Line> parts) {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]*");

    static List<Definition> in(Csv csv, String idColumn, String partColumn) {
        SortedMap<String, List<Line>> byId = new TreeMap<>();
        for (Line line : csv.lines())
            byId.computeIfAbsent(id(line, idColumn), id -> new ArrayList<>()).add(line);
        return byId.entrySet().stream()
                .map(e -> new Definition(e.getKey(), e.getValue(), withPart(e.getValue(), partColumn)))
                .toList();
    }

    Line first() {
        return lines.get(0);
    }

    /** The name that the lines give, which must be one. */
    String name(String column, String otherwise) {
        Line named = lines.stream().filter(l -> l.has(column)).findFirst().orElse(first());
        for (Line line : lines)
            if (line.has(column) && !line.text(column).equals(named.text(column)))
                throw line.bad(column, "is a second name of %s: give one, on one line or on all".formatted(id));
        return named.text(column, otherwise);
    }

    private static String id(Line line, String column) {
        if (!ID.matcher(line.required(column)).matches())
            throw line.bad(column, "is no id: use capital letters, digits and _, a letter first");
        return line.text(column);
    }

    private static List<Line> withPart(List<Line> lines, String column) {
        return lines.stream().filter(l -> l.has(column)).toList();
    }
}
