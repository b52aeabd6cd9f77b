package tradelake.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tradelake.lake.BadInput;
import tradelake.lake.Settings;
import tradelake.reference.Economy;
import tradelake.reference.Reference;
import tradelake.sources.fetch.Fetch;
import tradelake.sources.fetch.Fetched;
import tradelake.sources.fetch.Key;
import tradelake.sources.fetch.Patience;
import tradelake.sources.fetch.Times;
import tradelake.sources.fetch.Wanted;

/** Takes what UN Comtrade has published since into a folder that refresh reads. */
@Command(
        name = "fetch",
        header = "Fetch what UN Comtrade has published since into a folder.",
        description = {
            "What is new is read from UN Comtrade's own list: datasets that are not in DIR, and those published again. Files are"
                    + " put in their place whole and examined; what was cut short goes on where it stopped.",
            "The subscription key is read from " + Key.VARIABLE
                    + " or --key-file. Bulk files (final, classic, tariffline)"
                    + " need a premium key, api a free one, preview none."
        },
        footer = {
            "%nExamples:",
            "  tradelake fetch ~/comtrade --reporters RCEP --years 2020-2024 --dry-run",
            "  tradelake fetch ~/comtrade --reporters CHN,392 --years 2024 --key-file ~/.comtrade-key",
            "  tradelake fetch ~/trial --from preview --reporters VNM --years 2023 --products TOTAL",
            "  tradelake refresh --input ~/comtrade"
        })
final class FetchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Where to: a folder of its own, made if it is not there.")
    private Path folder;

    @Mixin
    private FetchOptions wanted;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file that holds the subscription key alone.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be fetched, and fetch nothing.")
    private boolean dry;

    @Mixin
    private RowOptions rows;

    @Mixin
    private LakeOptions lake;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Setup setup = lake.setup(spec.commandLine().getErr());
        try (var teller = setup.teller()) {
            Reference reference = Reference.load(Path.of(Home.standard("conf")));
            Wanted asked = wanted.in(reference);
            Fetch fetch = new Fetch(server(setup.settings(), reference), Times.REAL, teller::note);
            Path place = folder.toAbsolutePath().normalize();
            Fetched fetched = dry ? fetch.look(asked, place) : fetch.into(place, asked);
            Listings.fetched(
                    fetched, reference.economies(), rows.to(spec.commandLine().getOut()));
            fetched.ending().ifPresent(failure -> {
                throw failure;
            });
            return Exit.DONE;
        }
    }

    private Fetch.Server server(Settings settings, Reference reference) {
        List<String> partners = reference.economies().all().stream()
                .filter(Economy::isPartner)
                .map(economy -> "" + economy.code())
                .toList();
        return new Fetch.Server(
                address(settings),
                Key.of(keyFile, System.getenv(Key.VARIABLE)),
                Patience.of(settings),
                partners,
                settings.integer("fetch.rows-at-most"));
    }

    private static URI address(Settings settings) {
        try {
            return URI.create(settings.string("fetch.url"));
        } catch (IllegalArgumentException e) {
            throw new BadInput("Cannot use fetch.url: what is set is no address such as https://comtradeapi.un.org.");
        }
    }
}
