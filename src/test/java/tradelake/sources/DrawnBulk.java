package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bulk files of any length, alike in shape and compressibility to published ones (about 160 bytes a row, 20 packed). */
final class DrawnBulk {
    private static final String[] PARTNERS = {
        "0", "36", "76", "124", "156", "251", "276", "360", "392", "410", "490", "842"
    };

    private DrawnBulk() {}

    /** Writes one reporter-year: every commodity with a run of partners, imports and exports. */
    static void write(Path file, int rows, int reporter, int year) throws IOException {
        Random random = new Random(reporter * 10_000L + year);
        try (OutputStream out =
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16)) {
            out.write((String.join("\t", ComtradeBulk.COLUMNS) + "\n").getBytes(UTF_8));
            for (int i = 0; i < rows; i++)
                out.write(row(i, reporter, year, random).getBytes(UTF_8));
        }
    }

    private static String row(int i, int reporter, int year, Random random) {
        int code = 10_000 + i / PARTNERS.length * 83 % 960_000;
        double value = Math.round(Math.exp(random.nextGaussian() * 3 + 11) * 1000) / 1000.0;
        double weight = Math.round(value / (1 + random.nextInt(20)));
        String flow = i % 2 == 0 ? "M" : "X";
        String money = plain(value);
        return String.join(
                        "\t",
                        "2" + reporter + year + "1002",
                        "C",
                        "A",
                        year + "0101",
                        "" + year,
                        "52",
                        "" + year,
                        "" + reporter,
                        flow,
                        PARTNERS[i % PARTNERS.length],
                        "0",
                        "HS",
                        "H5",
                        "true",
                        String.format(Locale.ROOT, "%06d", code),
                        "C00",
                        "0",
                        "0",
                        "8",
                        plain(weight),
                        "false",
                        "-1",
                        "",
                        "false",
                        plain(weight),
                        "false",
                        "0",
                        "false",
                        flow.equals("M") ? money : "",
                        flow.equals("X") ? money : "",
                        money,
                        "0",
                        "false",
                        "true")
                + "\n";
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "").isEmpty()
                ? "0"
                : text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
