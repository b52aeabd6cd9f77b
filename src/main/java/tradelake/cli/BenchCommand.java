package tradelake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tradelake.gravity.LargePpmlBenchmark;
import tradelake.gravity.PpmlBenchmark;
import tradelake.lake.BadInput;
import tradelake.lake.Benchmark;
import tradelake.tariffs.bench.ScenariosBench;

/** Runs the project's own benchmarks. */
@Command(
        name = "bench",
        header = "Measure this machine with the project's own benchmarks.",
        description = "Without a name, says which there are.",
        footer = {"%nExamples:", "  tradelake bench", "  tradelake bench ppml --size 16"})
final class BenchCommand implements Callable<Integer> {
    private static final List<Benchmark> BENCHMARKS = List.of(
            new IngestBench(SparkSessions::onThisMachine, 5_000_000),
            new HarmoniseBench(SparkSessions::onThisMachine, 2_000_000),
            new FaultsBench(SparkSessions::onThisMachine, 10),
            new RefreshBench(SparkSessions::onThisMachine, 100, 1_000),
            new PpmlBenchmark(),
            new LargePpmlBenchmark(),
            new ScenariosBench());

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one to run.")
    private String name;

    @Option(names = "--size", paramLabel = "N", description = "Up to how many times the usual data. Default: 1.")
    private int size = 1;

    @Mixin
    private RowOptions rows;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (name == null) list();
        else run(named());
        return Exit.DONE;
    }

    private Benchmark named() {
        return BENCHMARKS.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findAny()
                .orElseThrow(() -> new BadInput("There is no benchmark '%s': there are %s."
                        .formatted(
                                name, BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", ")))));
    }

    private void list() {
        rows.to(spec.commandLine().getOut())
                .write(
                        List.of(Heading.text("benchmark"), Heading.text("meaning")),
                        BENCHMARKS.stream()
                                .map(benchmark -> new Object[] {benchmark.name(), benchmark.meaning()})
                                .toList());
    }

    private void run(Benchmark benchmark) {
        if (size < 1) throw new BadInput("Invalid size %d: choose 1 or more.".formatted(size));
        List<Benchmark.Measure> measures =
                benchmark.run(size, spec.commandLine().getErr()::println);
        rows.to(spec.commandLine().getOut())
                .write(
                        List.of(
                                Heading.number("size"),
                                Heading.text("measure"),
                                Heading.number("value"),
                                Heading.text("unit")),
                        measures.stream()
                                .map(m -> new Object[] {m.size(), m.what(), m.value(), m.unit()})
                                .toList());
        benchmark.judge(measures);
    }
}
