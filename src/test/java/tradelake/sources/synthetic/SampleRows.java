package tradelake.sources.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The rows of a sample's bulk files, read by other code than that of the program. */
final class SampleRows {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private final List<Line> lines = new ArrayList<>();

    /** One row; the value in thousandths of a dollar. */
    record Line(
            String file,
            int reporter,
            int year,
            String flow,
            int partner,
            String code,
            boolean breakdown,
            String edition,
            boolean original,
            long value,
            Map<String, String> cells) {

        boolean is(int reporter, int year, String flow) {
            return this.reporter == reporter && this.year == year && this.flow.equals(flow);
        }

        boolean isTotal() {
            return code.equals("TOTAL") && !breakdown;
        }

        boolean isWorldTotal() {
            return partner == 0 && isTotal();
        }
    }

    static SampleRows under(Path folder) throws IOException {
        SampleRows rows = new SampleRows();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) rows.read(folder, file);
        }
        return rows;
    }

    Stream<Line> all() {
        return lines.stream();
    }

    List<Line> where(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    long sum(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).mapToLong(Line::value).sum();
    }

    private void read(Path folder, Path file) throws IOException {
        String name = folder.relativize(file).toString();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().toLowerCase(Locale.ROOT).split("\t");
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                Map<String, String> cells = new HashMap<>();
                String[] fields = text.split("\t", -1);
                for (int i = 0; i < header.length; i++) cells.put(header[i], fields[i]);
                lines.add(line(name, cells));
            }
        }
    }

    private static Line line(String file, Map<String, String> cells) {
        boolean breakdown = !cells.get("customscode").equals("C00")
                || !cells.get("motcode").equals("0")
                || !cells.get("partner2code").equals("0");
        return new Line(
                file,
                Integer.parseInt(cells.get("reportercode")),
                Integer.parseInt(cells.get("refyear")),
                cells.get("flowcode"),
                Integer.parseInt(cells.get("partnercode")),
                cells.get("cmdcode"),
                breakdown,
                cells.get("classificationcode"),
                cells.get("isoriginalclassification").equals("true"),
                new BigDecimal(cells.get("primaryvalue")).multiply(THOUSAND).longValueExact(),
                cells);
    }
}
