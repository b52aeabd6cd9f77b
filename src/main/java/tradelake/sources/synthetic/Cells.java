package tradelake.sources.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What a reporter knows of one flow in one year, before it is written as rows: one cell a partner and good, partners in order. */
final class Cells {
    /** The published rows that a cell counts in. */
    static final int EVERYWHERE = 0;

    static final int WORLD_ONLY = 1;
    static final int PARTNER_ONLY = 2;

    /** For {@link #part}: what becomes of the value of a cell. */
    interface Share {
        double of(int partner, int good);
    }

    private int size;
    private int[] partner = new int[64];
    private int[] good = new int[64];
    private double[] raw = new double[64];
    private long[] kg = new long[64];
    private long[] value = new long[64];
    private byte[] level = new byte[64];
    private byte[] seen = new byte[64];

    /**
     * @param usd size beside the other cells; all are scaled when the total is known
     * @param kg net weight, 0 for none
     * @param level the finest level that it is published at: 6, 4, 2 or 0
     * @param seen one of the constants of this class
     */
    void add(int partner, int good, double usd, long kg, int level, int seen) {
        if (size == raw.length) grow();
        this.partner[size] = partner;
        this.good[size] = good;
        this.raw[size] = usd;
        this.kg[size] = kg;
        this.level[size] = (byte) level;
        this.seen[size++] = (byte) seen;
    }

    /** Scales and rounds to whole steps so that the World row is exactly the total; the largest cell takes the rounding. */
    void settle(long total, long step) {
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < size; i++) {
            if (seen[i] != PARTNER_ONLY) sum += raw[i];
            if (seen[i] == EVERYWHERE && raw[i] > raw[largest]) largest = i;
        }
        double scale = size == 0 ? 0 : total / sum / step;
        long left = total;
        for (int i = 0; i < size; i++) {
            value[i] = Math.round(raw[i] * scale) * step;
            if (seen[i] != PARTNER_ONLY) left -= value[i];
        }
        if (size > 0) value[largest] += left;
    }

    /**
     * A flow inside this one, such as re-exports; cells of the World row alone have no part in it.
     *
     * @param rest whether to take what the share leaves, exactly
     */
    Cells part(Share share, boolean rest, long step) {
        Cells part = new Cells();
        for (int i = 0; i < size; i++) {
            if (seen[i] != EVERYWHERE) continue;
            part.add(partner[i], good[i], 0, 0, level[i], EVERYWHERE);
            long taken = Math.round(value[i] * share.of(partner[i], good[i]) / step) * step;
            part.value[part.size - 1] = rest ? value[i] - taken : taken;
        }
        return part;
    }

    /** The cells of several reporters as those of one, for the partners wanted. */
    static Cells sum(List<Cells> all, IntPredicate partners) {
        TreeMap<Long, long[]> sums = new TreeMap<>();
        for (Cells cells : all) {
            for (int i = 0; i < cells.size; i++) {
                if (cells.seen[i] != EVERYWHERE || !partners.test(cells.partner[i])) continue;
                long[] sum = sums.computeIfAbsent((long) cells.partner[i] << 32 | cells.good[i], key -> new long[2]);
                sum[0] += cells.value[i];
                sum[1] += cells.kg[i];
            }
        }
        Cells whole = new Cells();
        sums.forEach((key, sum) -> {
            whole.add((int) (key >> 32), (int) (key & 0xFFFFFFFFL), 0, sum[1], 6, EVERYWHERE);
            whole.value[whole.size - 1] = sum[0];
        });
        return whole;
    }

    /** The sum of the values of some cells, in thousandths. */
    long sum(IntPredicate cells) {
        long sum = 0;
        for (int i = 0; i < size; i++) if (cells.test(i)) sum += value[i];
        return sum;
    }

    int size() {
        return size;
    }

    int partner(int i) {
        return partner[i];
    }

    int good(int i) {
        return good[i];
    }

    /** Thousandths of a dollar. */
    long value(int i) {
        return value[i];
    }

    long kg(int i) {
        return kg[i];
    }

    int level(int i) {
        return level[i];
    }

    boolean inWorld(int i) {
        return seen[i] != PARTNER_ONLY;
    }

    boolean withPartner(int i) {
        return seen[i] != WORLD_ONLY;
    }

    /** Size of all cells before they are scaled. */
    double raw() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += raw[i];
        return sum;
    }

    private void grow() {
        int room = size * 2;
        partner = Arrays.copyOf(partner, room);
        good = Arrays.copyOf(good, room);
        raw = Arrays.copyOf(raw, room);
        kg = Arrays.copyOf(kg, room);
        value = Arrays.copyOf(value, room);
        level = Arrays.copyOf(level, room);
        seen = Arrays.copyOf(seen, room);
    }
}
