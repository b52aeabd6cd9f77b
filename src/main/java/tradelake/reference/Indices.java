package tradelake.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The indices of trade that gold.trade_index lists.
 *
 * @param all by id
 */
public record Indices(List<Index> all) {
    /** As built in. */
    public static Indices load(Reference reference) {
        return of(new Csv(List.of()), reference);
    }

    /** As built in, replaced and added to by the user's indices.csv in a folder, where it exists. */
    public static Indices load(Path confDir, Reference reference) {
        return of(Csv.ofUser(confDir, Index.FILE, Index.COLUMNS), reference);
    }

    private static Indices of(Csv user, Reference reference) {
        SortedMap<String, Line> lines = new TreeMap<>();
        for (Line line : Csv.builtIn(Index.FILE, Index.COLUMNS).lines()) lines.put(line.text("index_id"), line);
        for (Line line : user.lines()) lines.put(line.text("index_id"), line);
        return new Indices(
                lines.values().stream().map(line -> Index.of(line, reference)).toList());
    }
}
