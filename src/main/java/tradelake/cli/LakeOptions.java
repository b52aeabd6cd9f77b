package tradelake.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tradelake.lake.Setting;
import tradelake.lake.Settings;
import tradelake.lake.console.Teller;

/** The options of every command that touches a lake: where it lies, and how it is worked on. */
final class LakeOptions {
    private static final String SETTINGS = "conf/tradelake.conf";

    @ArgGroup(exclusive = false, validate = false, heading = "%nLake and settings:%n")
    private Where where = new Where();

    /** What belongs together under one heading of the help. */
    static final class Where {
        @Option(
                names = "--lake",
                paramLabel = "DIR",
                description =
                        "The lake: a folder or a URI such as s3a://bucket/lake. Default: lake in the project's folder.")
        private String lake;

        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description =
                        "A setting for this run, such as years=2008-2013. Repeat for more. All: docs/settings.md.")
        private List<String> overrides = new ArrayList<>();

        @Option(
                names = "--conf",
                paramLabel = "FILE",
                description = "Settings file in place of conf/tradelake.conf, which may be absent.")
        private Path conf;

        @Option(
                names = "--master",
                paramLabel = "URL",
                description =
                        "Spark master, such as local[4]. Default: spark-submit's own, else local[*,2]: all cores, each task tried twice.")
        private String master;

        @Option(
                names = "--log-format",
                paramLabel = "text|json",
                description = "How progress is told on standard error; json is one object a line. Default: text.")
        private LogFormat logFormat = LogFormat.text;
    }

    String lake() {
        return where.lake == null ? Home.standard("lake") : Home.typed(where.lake);
    }

    Settings settings() {
        return SettingRange.checked(Settings.read(file(), where.overrides));
    }

    /** Reads the settings, opens the teller and tells it which settings are not the default. */
    Setup setup(PrintWriter err) {
        Settings settings = settings();
        Teller teller = where.logFormat.teller(err);
        if (!settings.changed().isEmpty()) {
            teller.note("Settings: "
                    + String.join(
                            ", ",
                            settings.changed().stream().map(Setting::toString).toList()));
        }
        return new Setup(lake(), settings, Optional.ofNullable(where.master), teller);
    }

    private Optional<Path> file() {
        if (where.conf != null) return Optional.of(where.conf);
        return Optional.of(Path.of(Home.standard(SETTINGS))).filter(Files::exists);
    }
}
