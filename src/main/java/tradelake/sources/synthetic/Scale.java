package tradelake.sources.synthetic;

/**
 * How large the world is: the years and the reporters never change.
 *
 * @param goods how many goods exist
 * @param partners how many economies beyond the usual ones are traded with
 * @param density how many goods the two largest economies trade with each other; others fewer, by their size
 */
record Scale(int goods, int partners, double density) {
    static final int FIRST_YEAR = 2010;
    static final int LAST_YEAR = 2024;
    static final long FEWEST_ROWS = 35_000;
    static final long MOST_ROWS = 100_000_000;
    private static final long REAL_GOODS_ONLY = 300_000;
    private static final int MOST_GOODS = 5_000;
    private static final int MOST_PARTNERS = 180;

    /** The lists for about this many rows, the density still to be found. */
    static Scale around(long rows) {
        long more = Math.max(0, rows - REAL_GOODS_ONLY);
        long goods = Math.max(12, Math.min(Goods.real(), rows / 5_000)) + more / 10_000;
        return new Scale((int) Math.min(MOST_GOODS, goods), (int) Math.min(MOST_PARTNERS, more / 100_000), 4);
    }

    /** Level of gzip: the smallest files for a sample that is kept, quick ones for a large one. */
    int compression() {
        return goods <= Goods.real() ? 9 : 6;
    }

    Scale withDensity(double density) {
        return new Scale(goods, partners, Math.min(goods, Math.max(0.3, density)));
    }
}
