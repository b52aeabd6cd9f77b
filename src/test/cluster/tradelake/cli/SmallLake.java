package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileUtil;

/**
 * A small input, and the lake that the program makes of it on this machine alone: what the same command must give elsewhere.
 * Made once.
 */
final class SmallLake {
    private static final Path FOLDER = Path.of("target", "small-lake").toAbsolutePath();

    /** As many tables as ever, with few rows. */
    private static final List<String> SETTINGS = List.of(
            "years=2018-2019",
            "pairs.groups=[RCEP]",
            "pairs.economies=[CHN, USA]",
            "pairs.product-levels=[total]",
            "scenarios.draws=2");

    /** Compiling plans would cost more than running them. */
    static final List<String> PLANS =
            List.of("spark.sql.codegen.wholeStage=false", "spark.sql.codegen.factoryMode=NO_CODEGEN");

    private static Path lake;

    private SmallLake() {}

    static synchronized Path input() throws Exception {
        refreshed();
        return FOLDER.resolve("input");
    }

    static synchronized TestLake refreshed() throws Exception {
        if (lake == null) lake = made();
        return new TestLake(lake);
    }

    /** The command that makes the lake of this input, wherever both lie. */
    static List<String> refresh(String input, String lake) {
        List<String> command = new ArrayList<>(List.of("refresh", "--input", input, "--lake", lake));
        SETTINGS.forEach(setting -> command.addAll(List.of("--set", setting)));
        return command;
    }

    private static Path made() throws Exception {
        FileUtil.fullyDelete(FOLDER.toFile());
        Path input = Samples.small(FOLDER.resolve("input"));
        Path made = FOLDER.resolve("lake");
        List<String> command = refresh(input.toString(), made.toString());
        command.addAll(List.of("--master", "local[2,2]"));
        PLANS.forEach(plan -> command.addAll(List.of("--set", plan)));
        TradelakeProcess refresh = TradelakeProcess.start(FOLDER.resolve("refresh.log"), command);
        assertThat(refresh.exitCode()).as(Files.readString(refresh.log())).isZero();
        return made;
    }
}
