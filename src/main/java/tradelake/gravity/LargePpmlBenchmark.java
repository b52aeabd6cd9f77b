package tradelake.gravity;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tradelake.lake.Benchmark;

/**
 * One fit, cold, of the model of {@link PpmlBenchmark} on about a million rows times the size: whether so many fit into memory.
 * The heap's peak holds the data, the model and garbage; what Java is given (-Xmx) bounds it.
 */
public final class LargePpmlBenchmark implements Benchmark {
    private static final int YEARS = 15;
    private static final int ROWS = 1_000_000;

    @Override
    public String name() {
        return "ppml-large";
    }

    @Override
    public String meaning() {
        return "Fit a three-way gravity model once, of a million rows times --size.";
    }

    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        int countries = (int) Math.ceil(Math.sqrt((double) ROWS * size / YEARS)) + 1;
        PeakHeap heap = PeakHeap.watch();
        Frame frame = new MadeUpPanel(countries, YEARS, 7).frame();
        notes.accept(String.format(Locale.ROOT, "Fitting %,d rows ...", frame.rows()));
        long start = System.nanoTime();
        PpmlFit fit = Ppml.fit(frame, Specification.of(MadeUpPanel.MODEL).clusteredBy(MadeUpPanel.CLUSTER));
        double seconds = (System.nanoTime() - start) / 1e9;
        return List.of(
                new Measure(size, "rows", frame.rows(), ""),
                new Measure(size, "first fit", seconds, "s"),
                new Measure(size, "peak heap, data included", heap.bytes() / 1e6, "MB"),
                new Measure(size, "iterations", fit.convergence().iterations(), ""),
                new Measure(size, "inner iterations", fit.convergence().inner(), ""),
                new Measure(size, "estimate of rta", fit.estimate("rta").estimate(), ""),
                new Measure(size, "standard error of rta", fit.estimate("rta").stdError(), ""));
    }
}
