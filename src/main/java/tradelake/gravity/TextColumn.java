package tradelake.gravity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of texts as it grows: four bytes a row, and each distinct text once. */
public final class TextColumn {
    private final Map<String, Integer> codes = new HashMap<>();
    private int[] rows = new int[1024];
    private int size = 0;

    /** Adds a row; an empty text is missing. */
    public void add(String text) {
        if (size == rows.length) rows = Arrays.copyOf(rows, 2 * size);
        rows[size++] = text.isEmpty() ? Factor.MISSING : codes.computeIfAbsent(text, first -> codes.size());
    }

    /** Levels in the order of their names. */
    public Factor factor() {
        List<String> names = codes.keySet().stream().sorted().toList();
        int[] places = new int[names.size()];
        for (int place = 0; place < places.length; place++) places[codes.get(names.get(place))] = place;
        int[] levels = new int[size];
        for (int row = 0; row < size; row++) levels[row] = rows[row] < 0 ? Factor.MISSING : places[rows[row]];
        return new Factor(levels, Levels.of(names));
    }
}
