package tradelake.sources.synthetic;

/** Seeded noise without state: the same question always has the same answer, in any order and on any thread. */
record Noise(long seed) {
    private static final double ONE = 0x1p-53;
    private static final double SPREAD = StrictMath.sqrt(3) / 65536;

    /** What a draw is for, so that no two uses share their numbers. */
    enum Draw {
        AFFINITY,
        ONE_WAY_AFFINITY,
        DRIFT,
        ADVANTAGE,
        DEMAND,
        PAIR_PRODUCT,
        PAIR_PRODUCT_YEAR,
        BREADTH,
        CIF,
        MIRROR,
        MIRROR_PRODUCT,
        UNIT_VALUE,
        EARLIER_RELEASE,
        RELEASE_DAY,
        PART,
        BREAKDOWN,
        SIZE,
        CODE,
        WEIGHT,
        TREND,
        HOME,
        TARIFF
    }

    /** 64 even bits; the tags may be any number, those that vary together should not be packed into one. */
    long bits(Draw draw, long a, long b, long c) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L * (draw.ordinal() + 1));
        mixed = mix(mixed ^ (a * 0xD1342543DE82EF95L));
        mixed = mix(mixed ^ (b * 0x2545F4914F6CDD1DL));
        return mix(mixed ^ (c * 0x9E6C63D0876A9A47L));
    }

    /** Even on [0, 1). */
    double uniform(Draw draw, long a, long b, long c) {
        return (bits(draw, a, b, c) >>> 11) * ONE;
    }

    /** Mean 0, deviation 1, within 3.5: the sum of four even draws. */
    double normal(Draw draw, long a, long b, long c) {
        long bits = bits(draw, a, b, c);
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum - 131070) * SPREAD;
    }

    /** A factor around 1 whose logarithm deviates by {@code deviation}. */
    double factor(double deviation, Draw draw, long a, long b, long c) {
        return StrictMath.exp(deviation * normal(draw, a, b, c));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
