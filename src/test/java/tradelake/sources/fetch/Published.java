package tradelake.sources.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tradelake.sources.ComtradeBulk;

/** Made-up data in the shapes that UN Comtrade publishes: lists, bulk files, rows of answers. */
public final class Published {
    private Published() {}

    /** A row of the list of bulk files; its address is that of the service, wherever it is played. */
    public static String file(int reporter, int year, String published, String hash) {
        return """
                {"fileUrl": "https://comtradeapi.un.org/bulk/v1/file/%1$d/%4$s", "fileSize": "183.34 KB",
                 "isOriginalClassification": true, "reporterCode": %1$d, "freqCode": "A", "typeCode": "C",
                 "classificationCode": "H6", "refPeriodId": %2$d0101, "period": %2$d, "publicationDate": "%3$s",
                 "partitionKey": "%1$d", "rowKey": "%4$s", "timestamp": "2024-03-10T04:54:11.8900761+00:00"}"""
                .formatted(reporter, year, published, hash);
    }

    /** A row of the list of datasets. */
    static String dataset(int reporter, int year, String released, long rows) {
        return """
                {"datasetCode": 2%1$03d%2$d1202100, "typeCode": "C", "freqCode": "A", "period": %2$d, "reporterCode": %1$d,
                 "reporterISO": null, "classificationCode": "H6", "classificationSearchCode": "HS",
                 "isOriginalClassification": true, "totalRecords": %4$d, "datasetChecksum": -1122334455,
                 "firstReleased": "2024-01-01T00:00:00", "lastReleased": "%3$s"}"""
                .formatted(reporter, year, released, rows);
    }

    /** A bulk file, packed; the same seed gives the same bytes. */
    public static byte[] bulk(int reporter, int year, int rows, int seed) {
        Random random = new Random(seed);
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> ComtradeBulk.COLUMNS.stream()
                        .map(fields(reporter, year, 10_000 + i, random.nextInt(1_000_000))::get)
                        .map(value -> value == null ? "" : value)
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        return packed(String.join("\t", ComtradeBulk.COLUMNS) + "\n" + lines + "\n");
    }

    /** A row of an answer: exports to a partner, all goods. */
    static String row(int reporter, int year, String flow, int partner, String value) {
        return """
                {"typeCode": "C", "freqCode": "A", "refPeriodId": %2$d0101, "refYear": %2$d, "refMonth": 52, "period": "%2$d",
                 "reporterCode": %1$d, "flowCode": "%3$s", "partnerCode": %4$d, "partner2Code": 0, "classificationCode": "H6",
                 "classificationSearchCode": "HS", "isOriginalClassification": true, "cmdCode": "TOTAL", "aggrLevel": 0,
                 "customsCode": "C00", "mosCode": "0", "motCode": 0, "qtyUnitCode": -1, "qty": null, "netWgt": 0,
                 "cifvalue": null, "fobvalue": %5$s, "primaryValue": %5$s, "isReported": false, "isAggregate": true}"""
                .formatted(reporter, year, flow, partner, value);
    }

    private static Map<String, String> fields(int reporter, int year, int code, int value) {
        return Map.ofEntries(
                Map.entry("datasetCode", "2%03d%d1202100".formatted(reporter, year)),
                Map.entry("typeCode", "C"),
                Map.entry("freqCode", "A"),
                Map.entry("refPeriodId", year + "0101"),
                Map.entry("refYear", "" + year),
                Map.entry("refMonth", "52"),
                Map.entry("period", "" + year),
                Map.entry("reporterCode", "" + reporter),
                Map.entry("flowCode", "X"),
                Map.entry("partnerCode", "704"),
                Map.entry("partner2Code", "0"),
                Map.entry("classificationSearchCode", "HS"),
                Map.entry("classificationCode", "H6"),
                Map.entry("isOriginalClassification", "true"),
                Map.entry("cmdCode", "" + code * 10),
                Map.entry("customsCode", "C00"),
                Map.entry("mosCode", "0"),
                Map.entry("motCode", "0"),
                Map.entry("qtyUnitCode", "-1"),
                Map.entry("primaryValue", "" + value),
                Map.entry("legacyEstimationFlag", "0"),
                Map.entry("isReported", "false"),
                Map.entry("isAggregate", "true"));
    }

    static byte[] packed(String text) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(text.getBytes(UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Wanted wanted(Shelf shelf, String reporters, String years) {
        return new Wanted(
                shelf,
                List.of(reporters.split(",")),
                List.of(years.split(",")),
                false,
                List.of("M", "X"),
                List.of("TOTAL"),
                java.util.Optional.empty());
    }
}
