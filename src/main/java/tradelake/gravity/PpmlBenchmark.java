package tradelake.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tradelake.lake.Benchmark;

/**
 * Three-way gravity by PPML: 150 x 149 pairs x 15 years, two regressors, clustered by pair, 1e-8; four and sixteen times
 * the pairs. Data are in memory as arrays of numbers; the time is that of everything after: factors, separation, fit and
 * variance. R's fixest 0.12 with two threads takes 1.6 s for such a fit of 335,250 rows on two like cores.
 */
public final class PpmlBenchmark implements Benchmark {
    private static final int COUNTRIES = 150;
    private static final int YEARS = 15;
    private static final int WARM_RUNS = 9;

    @Override
    public String name() {
        return "ppml";
    }

    @Override
    public String meaning() {
        return "Fit a three-way gravity model of 335,250 rows, cold and warm.";
    }

    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        List<Measure> measures = new ArrayList<>();
        for (int times = 1; times <= size; times *= 4) measure(times, notes, measures);
        return measures;
    }

    private static void measure(int size, Consumer<String> notes, List<Measure> measures) {
        Frame frame = new MadeUpPanel((int) (COUNTRIES * Math.sqrt(size)), YEARS, 7).frame();
        notes.accept(String.format(Locale.ROOT, "Fitting %,d rows ...", frame.rows()));
        Specification model = Specification.of(MadeUpPanel.MODEL).clusteredBy(MadeUpPanel.CLUSTER);
        PeakHeap heap = PeakHeap.watch();
        double[] seconds = new double[1 + Math.max(2, WARM_RUNS / size)];
        PpmlFit fit = null;
        for (int run = 0; run < seconds.length; run++) {
            long start = System.nanoTime();
            fit = Ppml.fit(frame, model);
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(warm);
        add(measures, size, "rows", frame.rows(), "");
        add(measures, size, size == 1 ? "first fit" : "first fit of this size", seconds[0], "s");
        add(measures, size, "warm fit, best", warm[0], "s");
        add(measures, size, "warm fit, median", warm[warm.length / 2], "s");
        add(measures, size, "peak heap above the data", heap.growth() / 1e6, "MB");
        add(measures, size, "iterations", fit.convergence().iterations(), "");
        add(measures, size, "inner iterations", fit.convergence().inner(), "");
        add(measures, size, "estimate of rta", fit.estimate("rta").estimate(), "");
    }

    private static void add(List<Measure> measures, int size, String what, double value, String unit) {
        measures.add(new Measure(size, what, value, unit));
    }
}
