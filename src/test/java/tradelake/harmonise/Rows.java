package tradelake.harmonise;

/** Makes canonical rows of one release, line by line: China's trade in 2020 in H5, without weights. */
final class Rows {
    private final int release;
    private long line = 0;

    Rows(int release) {
        this.release = release;
    }

    PublishedRow row(String flow, int partner, String code, double value) {
        return row(flow, partner, code, 0, value);
    }

    PublishedRow row(String flow, int partner, String code, int mot, double value) {
        return new PublishedRow(
                release, ++line, "C", "A", 156, 2020, 52, flow, partner, 0, "H5", code, "C00", "0", mot, value, null,
                null, null, null, null);
    }
}
