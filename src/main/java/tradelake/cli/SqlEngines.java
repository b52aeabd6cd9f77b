package tradelake.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;
import tradelake.serve.SnapshotReader;

/** Chooses what answers a question: the snapshot where it can, else Spark, and says so. */
final class SqlEngines {
    private static final Pattern OTHER_LAYERS = Pattern.compile("(?i)\\b(silver|bronze)\\b\\s*(\\.|;?\\s*$)");

    private SqlEngines() {}

    static SqlAnswers open(Setup setup, Question question) {
        if (question.engine() == Engine.spark) return new SparkAnswers(setup);
        if (question.statement().filter(sql -> OTHER_LAYERS.matcher(sql).find()).isPresent())
            return spark(setup, "silver and bronze are not in the published snapshot");
        Optional<Path> lake = Home.onThisMachine(setup.lake());
        if (lake.isEmpty()) return spark(setup, "The lake is not on this machine");
        OpenLake.requireThere(setup);
        Optional<SnapshotReader> snapshot = SnapshotReader.open(lake.get());
        if (snapshot.filter(reader -> reader.isBehind(lake.get())).isPresent())
            setup.teller()
                    .note("A later run is published without a snapshot; this one is older. The next refresh makes it.");
        return snapshot.<SqlAnswers>map(SnapshotAnswers::new)
                .orElseGet(() -> spark(setup, "No snapshot is published yet; the next refresh makes one"));
    }

    /** The snapshot itself, where nothing else will do. */
    static SnapshotReader snapshot(Setup setup) {
        Path lake = Home.onThisMachine(setup.lake())
                .orElseThrow(() -> new BadInput(
                        "The lake %s is not on this machine: copy the folder that its published/current names, the report is in it."
                                .formatted(setup.lake())));
        OpenLake.requireThere(setup);
        return SnapshotReader.open(lake)
                .orElseThrow(() -> new BadInput(
                        "No snapshot is published in %s yet. Run: tradelake refresh --lake %1$s".formatted(lake)));
    }

    private static SqlAnswers spark(Setup setup, String reason) {
        setup.teller().note(reason + ": Spark answers, which takes some ten seconds.");
        return new SparkAnswers(setup);
    }
}
