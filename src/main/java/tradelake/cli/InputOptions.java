package tradelake.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the published files lie. */
final class InputOptions {
    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files and folders of UN Comtrade files, searched through. Default: data-samples in the project's folder.")
    private List<String> paths = new ArrayList<>();

    List<String> paths() {
        return paths.isEmpty()
                ? List.of(Home.standard("data-samples"))
                : paths.stream().map(Home::typed).toList();
    }
}
