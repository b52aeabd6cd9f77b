package tradelake.tariffs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tradelake.lake.Benchmark;
import tradelake.tariffs.elasticities.Draws;
import tradelake.tariffs.elasticities.Elasticity;
import tradelake.tariffs.models.Experiment;
import tradelake.tariffs.models.MultiSector;

/**
 * The general equilibrium models on made-up worlds of the sizes that studies use: seconds of the first solution and the median
 * of three more, the greatest heap, and how seconds grow with countries (the exponent from the row above).
 */
public final class ScenariosBench implements Benchmark {
    private static final int AGAIN = 3;
    private static final int DRAWS = 1000;
    private static final Elasticity THETA = new Elasticity(4, 1);

    private final List<Measure> measures = new ArrayList<>();

    /** Seconds of the first solution and of the median one; the most heap that was in use, bytes. */
    private record Taken(double first, double median, long heap) {}

    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public String meaning() {
        return "The general equilibrium models on made-up worlds of the sizes that studies use";
    }

    /** The worlds have the sizes of studies, whatever the size asked for. */
    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        Taken small = add("one-sector, 44 countries", 44, 0, null, () -> MadeUpWorld.oneSector(44, 4)
                .solve());
        Taken medium = add("one-sector, 100 countries", 100, 44, small, () -> MadeUpWorld.oneSector(100, 4)
                .solve());
        add("one-sector, 200 countries", 200, 100, medium, () -> MadeUpWorld.oneSector(200, 4)
                .solve());
        add("one-sector, 44 countries, 1,000 draws on all cores", 0, 0, null, ScenariosBench::draws);
        Taken half =
                addMany("multi-sector, 30 x 97 without links", 30, 0, null, MadeUpWorld.multiSector(30, 97, false));
        addMany("multi-sector, 60 x 97 without links", 60, 30, half, MadeUpWorld.multiSector(60, 97, false));
        addMany("multi-sector, 31 x 40 with links", 0, 0, null, MadeUpWorld.multiSector(31, 40, true));
        return List.copyOf(measures);
    }

    private static void draws() {
        Draws draws = new Draws(7);
        IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(i -> MadeUpWorld.oneSector(44, draws.elasticity(i, "theta", THETA)))
                .forEach(Experiment::solve);
    }

    private Taken addMany(String name, int size, int sizeBefore, Taken before, MultiSector world) {
        return add(name, size, sizeBefore, before, world::solve);
    }

    private Taken add(String name, int size, int sizeBefore, Taken before, Runnable work) {
        Taken taken = take(work);
        measures.add(new Measure(1, name + ": first", taken.first, "s"));
        measures.add(new Measure(1, name + ": median", taken.median, "s"));
        measures.add(new Measure(1, name + ": peak heap", taken.heap / 1e6, "MB"));
        if (before != null)
            measures.add(new Measure(
                    1,
                    name + ": growth",
                    Math.log(taken.median / before.median) / Math.log((double) size / sizeBefore),
                    ""));
        return taken;
    }

    private static Taken take(Runnable work) {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        double first = seconds(work);
        double[] more = new double[AGAIN];
        for (int i = 0; i < AGAIN; i++) more[i] = seconds(work);
        Arrays.sort(more);
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Taken(first, more[AGAIN / 2], peak);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
