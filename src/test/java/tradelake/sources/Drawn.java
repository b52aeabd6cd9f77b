package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Files drawn as small tables: the columns that matter to the test, values between blanks, {@code _} for empty. The other
 * columns of the layout are filled with those of an ordinary row.
 */
final class Drawn {
    private static final Map<String, String> BULK = Map.ofEntries(
            Map.entry("datasetCode", "20704201910021"),
            Map.entry("typeCode", "C"),
            Map.entry("freqCode", "A"),
            Map.entry("refPeriodId", "20190101"),
            Map.entry("refYear", "2019"),
            Map.entry("refMonth", "52"),
            Map.entry("period", "2019"),
            Map.entry("reporterCode", "704"),
            Map.entry("flowCode", "X"),
            Map.entry("partnerCode", "156"),
            Map.entry("partner2Code", "0"),
            Map.entry("classificationSearchCode", "HS"),
            Map.entry("classificationCode", "H5"),
            Map.entry("isOriginalClassification", "true"),
            Map.entry("cmdCode", "850440"),
            Map.entry("customsCode", "C00"),
            Map.entry("mosCode", "0"),
            Map.entry("motCode", "0"),
            Map.entry("qtyUnitCode", "-1"),
            Map.entry("primaryValue", "100"),
            Map.entry("legacyEstimationFlag", "0"),
            Map.entry("isReported", "false"),
            Map.entry("isAggregate", "true"));
    private static final Map<String, String> LEGACY = Map.ofEntries(
            Map.entry("Classification", "H4"),
            Map.entry("Year", "2013"),
            Map.entry("Period", "2013"),
            Map.entry("Period Desc.", "2013"),
            Map.entry("Aggregate Level", "6"),
            Map.entry("Is Leaf Code", "1"),
            Map.entry("Trade Flow Code", "2"),
            Map.entry("Trade Flow", "Export"),
            Map.entry("Reporter Code", "704"),
            Map.entry("Reporter", "Viet Nam"),
            Map.entry("Reporter ISO", "VNM"),
            Map.entry("Partner Code", "156"),
            Map.entry("Partner", "China"),
            Map.entry("Partner ISO", "CHN"),
            Map.entry("Commodity Code", "850440"),
            Map.entry("Commodity", "Static converters"),
            Map.entry("Qty Unit Code", "1"),
            Map.entry("Qty Unit", "No Quantity"),
            Map.entry("Trade Value (US$)", "100"),
            Map.entry("Flag", "0"));

    private static final FirstPass FIRST_PASS = new FirstPass(new Configuration(), 1);

    private Drawn() {}

    static String bulk(String table) {
        return lines("\t", ComtradeBulk.COLUMNS, BULK, rows(table));
    }

    /** A client's table: the API's columns, without that of the bulk files. */
    static String tsv(String table) {
        List<String> columns =
                Arrays.stream(ApiField.values()).map(ApiField::apiName).toList();
        return lines("\t", columns, BULK, apiRows(table));
    }

    /** The short layout; columns are drawn by the API's names of their fields. */
    static String legacy22(String table) {
        return lines(",", LegacyCsv.COLUMNS_22, LEGACY, legacyRows(table));
    }

    /** The long layout; columns are drawn by the API's names of their fields. */
    static String legacy35(String table) {
        return lines(",", LegacyCsv.COLUMNS_35, LEGACY, legacyRows(table));
    }

    /** The rows drawn, each with the other fields of an ordinary row of the API; descriptions are as in a download. */
    static List<Map<String, String>> apiRows(String table) {
        return rows(table).stream()
                .map(row -> {
                    Map<String, String> filled = new HashMap<>(BULK);
                    filled.put("reporterDesc", "Viet Nam");
                    filled.put("partnerDesc", "China");
                    filled.put("cmdDesc", "Static converters; \"rectifiers\", for example");
                    filled.putAll(row);
                    return filled;
                })
                .toList();
    }

    private static List<Map<String, String>> rows(String table) {
        List<String[]> lines =
                table.lines().map(line -> line.strip().split("\\s+")).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < line.length; i++) row.put(lines.get(0)[i], line[i].equals("_") ? "" : line[i]);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> legacyRows(String table) {
        return rows(table).stream().map(Drawn::withLegacyNames).toList();
    }

    private static Map<String, String> withLegacyNames(Map<String, String> row) {
        Map<String, String> named = new HashMap<>();
        row.forEach((name, value) ->
                named.put(ApiField.named(name).orElseThrow().aliases().get(0), value));
        return named;
    }

    private static String lines(
            String separator, List<String> columns, Map<String, String> usual, List<Map<String, String>> rows) {
        return String.join(separator, columns) + "\n"
                + rows.stream()
                        .map(row -> columns.stream()
                                        .map(name -> row.getOrDefault(name, usual.getOrDefault(name, "")))
                                        .collect(joining(separator))
                                + "\n")
                        .collect(joining());
    }

    static byte[] gzip(String... members) {
        return gzip(Arrays.stream(members).map(member -> member.getBytes(UTF_8)).toArray(byte[][]::new));
    }

    static byte[] gzip(byte[]... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] member : members) {
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(member);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes.toByteArray();
    }

    static Path file(Path folder, String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(folder).resolve(name), content);
    }

    static Path file(Path folder, String name, String content) throws IOException {
        return file(folder, name, content.getBytes(UTF_8));
    }

    static FileFacts facts(Path file) {
        return FIRST_PASS.of(new org.apache.hadoop.fs.Path(file.toUri()));
    }

    static FileFacts facts(Path folder, byte[] content) throws IOException {
        return facts(file(folder, "drawn", content));
    }

    /** The rows of a file, by whichever format recognises it. */
    static List<DrawnRow> read(String content) {
        return read(content.getBytes(UTF_8));
    }

    static List<DrawnRow> read(byte[] content) {
        Format format = Formats.of(new Head(Arrays.copyOf(content, Math.min(content.length, Head.SIZE))))
                .orElseThrow();
        List<DrawnRow> rows = new ArrayList<>();
        try (RowCursor cursor = format.open(new ByteArrayInputStream(content))) {
            while (cursor.next()) rows.add(DrawnRow.of(cursor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The only row of a file. */
    static DrawnRow only(String content) {
        List<DrawnRow> rows = read(content);
        if (rows.size() != 1) throw new AssertionError("expected one row, got " + rows);
        return rows.get(0);
    }
}
