package tradelake.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tradelake.sources.ComtradeBulk;

/** Bulk files drawn as small tables; what is not drawn is as in a plain annual row of goods. */
final class DrawnFiles {
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("datasetCode", "20360202410031300"),
            Map.entry("typeCode", "C"),
            Map.entry("freqCode", "A"),
            Map.entry("refMonth", "52"),
            Map.entry("partner2Code", "0"),
            Map.entry("classificationSearchCode", "HS"),
            Map.entry("isOriginalClassification", "true"),
            Map.entry("customsCode", "C00"),
            Map.entry("mosCode", "0"),
            Map.entry("motCode", "0"),
            Map.entry("qtyUnitCode", "-1"),
            Map.entry("legacyEstimationFlag", "0"),
            Map.entry("isReported", "true"),
            Map.entry("isAggregate", "false"));

    private DrawnFiles() {}

    /**
     * Writes a bulk file.
     *
     * @param drawing a header of API field names, then rows; {@code year} and {@code value} for short
     */
    static Path bulk(Path file, String drawing) throws IOException {
        List<String[]> lines = drawing.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .toList();
        List<String> text = new ArrayList<>(List.of(String.join("\t", ComtradeBulk.COLUMNS)));
        for (String[] line : lines.subList(1, lines.size())) text.add(row(lines.get(0), line));
        Files.createDirectories(file.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", text) + "\n").getBytes(UTF_8));
        }
        return file;
    }

    private static String row(String[] header, String[] cells) {
        Map<String, String> values = new HashMap<>(PLAIN);
        for (int i = 0; i < header.length; i++)
            switch (header[i]) {
                case "year" -> {
                    values.put("refYear", cells[i]);
                    values.put("period", cells[i]);
                    values.put("refPeriodId", cells[i] + "0101");
                }
                case "reporter", "partner", "flow", "cmd", "classification", "customs", "mot", "partner2" ->
                    values.put(header[i] + "Code", cells[i]);
                case "value" -> values.put("primaryValue", cells[i]);
                default -> values.put(header[i], cells[i]);
            }
        return String.join(
                "\t",
                ComtradeBulk.COLUMNS.stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .toList());
    }
}
