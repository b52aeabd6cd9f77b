package tradelake.harmonise.concordance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradelake.reference.HsEdition;

/** One-target tables of several editions in one CSV file of our own: {@code from_edition,from_code,to_edition,to_code}. */
final class OneTargetCsv {
    private static final String HEADER = "from_edition,from_code,to_edition,to_code";

    private OneTargetCsv() {}

    static PublishedTables read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) return PublishedTables.NONE;
            Map<String, LinkRows> tables = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                tables.computeIfAbsent(
                                cells[0] + cells[2],
                                name -> new LinkRows(edition(cells[0]), edition(cells[2]), false, new ArrayList<>()))
                        .add(cells[1], cells[3]);
            }
            return tables.values().stream().map(LinkRows::tables).reduce(PublishedTables.NONE, PublishedTables::and);
        } catch (IOException | RuntimeException e) {
            throw TableFiles.unreadable(file, e);
        }
    }

    private static HsEdition edition(String cell) {
        return HsEdition.parse(cell)
                .orElseThrow(() -> new IllegalArgumentException(cell + " is no edition from H0 to H6"));
    }
}
