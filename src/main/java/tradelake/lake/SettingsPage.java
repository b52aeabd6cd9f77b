package tradelake.lake;

import java.util.List;
import java.util.stream.Collectors;

/** Writes docs/settings.md from the settings' own words. */
final class SettingsPage {
    private static final String HEAD =
            """
            # Settings

            Written by a test from `src/main/resources/tradelake/settings.conf`; do not edit.

            Set them in `conf/tradelake.conf` ([HOCON](https://github.com/lightbend/config/blob/main/HOCON.md)), in another file
            with `--conf FILE`, or for one run with `--set key=value`, which wins. Unknown keys and values of the wrong kind are
            refused before anything starts. Keys under `spark.` are handed to Spark as they are. `${NAME}` in the file is the
            environment variable of that name, so that secrets need not stand there.

            | setting | default | kind | meaning |
            |---|---|---|---|
            """;

    private SettingsPage() {}

    static String of(List<Setting> settings) {
        return HEAD + settings.stream().map(SettingsPage::line).collect(Collectors.joining());
    }

    private static String line(Setting setting) {
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        setting.key(),
                        setting.standard(),
                        setting.type().expected(),
                        setting.meaning().replace("|", "\\|"));
    }
}
