package tradelake.cli;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tradelake.cli.Check.Verdict;
import tradelake.lake.CheckFailed;

/** Says whether everything is there that a run needs. */
@Command(
        name = "doctor",
        header = "Say whether everything is there that a run needs.",
        description =
                "Java and its options, memory, room on the disk, the settings, the lake's folder; exit code 1 if one fails.",
        footer = {"%nExamples:", "  tradelake doctor", "  tradelake doctor --spark --lake s3a://trade/lake"})
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--spark",
            description = "Also start Spark, write a small Delta table into the lake and read it back.")
    private boolean spark;

    @Mixin
    private RowOptions rows;

    @Mixin
    private LakeOptions lake;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = checks();
        rows.to(spec.commandLine().getOut())
                .write(
                        List.of(Heading.text("check"), Heading.text("verdict"), Heading.text("what")),
                        checks.stream().map(DoctorCommand::row).toList());
        String failed = checks.stream()
                .filter(check -> check.verdict() == Verdict.failed)
                .map(Check::name)
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) throw new CheckFailed("Not ready: " + failed + ".");
        return Exit.DONE;
    }

    private List<Check> checks() {
        Runtime runtime = Runtime.getRuntime();
        List<Check> checks = new ArrayList<>(List.of(
                Checkup.java(Runtime.version().feature(), Runtime.version().toString()),
                Checkup.javaOptions(),
                Checkup.memory(runtime.maxMemory(), runtime.availableProcessors()),
                Checkup.text(Charset.defaultCharset()),
                Checkup.folder("temporary", System.getProperty("java.io.tmpdir")),
                Checkup.duckdb(),
                Checkup.settings(lake::settings),
                Checkup.folder("lake", lake.lake())));
        if (spark && checks.stream().noneMatch(check -> check.verdict() == Verdict.failed)) checks.add(trial());
        return checks;
    }

    private Check trial() {
        Setup setup = lake.setup(spec.commandLine().getErr());
        try (var teller = setup.teller()) {
            teller.note("Starting Spark ...");
            return SparkTrial.run(setup);
        }
    }

    private static Object[] row(Check check) {
        return new Object[] {check.name(), check.verdict().name(), check.what()};
    }
}
