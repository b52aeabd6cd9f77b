package tradelake.sources.synthetic;

import java.io.IOException;
import tradelake.reference.Reference;

/** Finds the density at which the world publishes about the rows asked for, by counting those of one year. */
final class Census {
    private static final int YEAR = 2019;
    private static final int YEARS = Scale.LAST_YEAR - Scale.FIRST_YEAR + 1;
    private static final double CLOSE = 0.01;
    private static final int MOST_COUNTS = 8;

    private Census() {}

    static SyntheticWorld worldOf(Reference reference, long seed, long rows) throws IOException {
        Scale scale = Scale.around(rows);
        SyntheticWorld world = SyntheticWorld.of(reference, seed, scale);
        long counted = rows(world);
        double low = 0;
        double high = scale.goods();
        for (int count = 1; count < MOST_COUNTS && Math.abs(counted - rows) > CLOSE * rows; count++) {
            if (counted < rows) low = scale.density();
            else high = scale.density();
            double next = scale.density() * rows / counted;
            scale = scale.withDensity(next > low && next < high ? next : (low + high) / 2);
            world = SyntheticWorld.of(reference, seed, scale);
            counted = rows(world);
        }
        return world;
    }

    /** All years together, judged by one: those who published nothing that year make up for those of other years. */
    private static long rows(SyntheticWorld world) throws IOException {
        Tally tally = Tally.alone();
        for (Trader reporter : world.traders().reporters()) {
            Declarations declarations = new Declarations(world, reporter);
            Report.of(world, declarations, reporter, YEAR).write(reporter.edition(YEAR), tally);
        }
        return tally.rows() * YEARS;
    }
}
