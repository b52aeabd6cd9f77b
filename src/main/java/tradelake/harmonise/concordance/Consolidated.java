package tradelake.harmonise.concordance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tradelake.reference.HsEdition;

/**
 * The correlations of several steps in one CSV file, {@code code.after, code.before, Relationship, adjustment}, where
 * adjustment is such as "2012 to 2007" and codes may have lost their leading noughts. Steps of SITC are passed over.
 */
final class Consolidated {
    private static final String HEADER = "code.after,code.before,relationship,adjustment";
    private static final Pattern STEP = Pattern.compile("(\\d{4}) to (\\d{4})");

    private Consolidated() {}

    static PublishedTables read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).replace("\"", "").equalsIgnoreCase(HEADER))
                return PublishedTables.NONE;
            Map<String, LinkRows> steps = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size()))
                add(line.replace("\"", "").split(",", -1), steps);
            return steps.values().stream().map(LinkRows::tables).reduce(PublishedTables.NONE, PublishedTables::and);
        } catch (IOException | RuntimeException e) {
            throw TableFiles.unreadable(file, e);
        }
    }

    private static void add(String[] cells, Map<String, LinkRows> steps) {
        Matcher step = STEP.matcher(cells[3]);
        if (!step.matches()) return;
        Optional<HsEdition> from = edition(step.group(1)), to = edition(step.group(2));
        if (from.isEmpty() || to.isEmpty()) return;
        steps.computeIfAbsent(cells[3], name -> new LinkRows(from.get(), to.get(), true, new ArrayList<>()))
                .add(cells[0], cells[1]);
    }

    private static Optional<HsEdition> edition(String year) {
        return Stream.of(HsEdition.values())
                .filter(edition -> year.equals("" + edition.year()))
                .findFirst();
    }
}
