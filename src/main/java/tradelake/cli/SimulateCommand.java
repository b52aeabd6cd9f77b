package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tradelake.tariffs.simulate.ModelName;
import tradelake.tariffs.simulate.ResultTable;

/** Runs a tariff model on a folder of CSV files. */
@Command(
        name = "simulate",
        header = "Run a tariff model on your own numbers; no lake needed.",
        description = {
            "smart reads input.csv: hs6, partner, imports, t0, t1, import_demand_elasticity, substitution_elasticity,"
                    + " export_supply_elasticity (empty: infinite).",
            "gsim reads input.csv: exporter, importer, trade, T0 (1 + tariff), then a column of T1 per scenario.",
            "one-sector reads input.csv: exporter, importer, X_fob, t0, then a column of tariffs per scenario.",
            "multi-sector reads input_flows.csv: sector, importer, exporter, fob, t0, then a column per scenario;"
                    + " input_va.csv: sector, country, theta, va_share; and, for links between sectors, input_io.csv:"
                    + " country, input_sector, using_sector, share.",
            "Tariffs are fractions. A model that does not converge gives no numbers and exits with 1."
        },
        footer = {
            "%nExamples:",
            "  tradelake simulate smart --input mine --table partner -o csv",
            "  tradelake simulate gsim --input mine --elasticities demand=-1.25,supply=1.5,substitution=5",
            "  tradelake simulate one-sector --input mine --theta 4 --closure balanced -o csv"
        })
final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "smart, gsim, one-sector or multi-sector.")
    private String model;

    @Option(names = "--input", paramLabel = "DIR", required = true, description = "The folder with the input files.")
    private Path input;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "One table of the results: partner or total (smart); country, bilateral, sector. Default: all as"
                            + " one, with a first column that names the table.")
    private Optional<String> table = Optional.empty();

    @Option(names = ModelName.THETA, paramLabel = "N", description = "one-sector: the trade elasticity. Default: 4.")
    private Optional<String> theta = Optional.empty();

    @Option(
            names = ModelName.CLOSURE,
            paramLabel = "NAME",
            description =
                    "one-sector: additive (default), balanced, multiplicative, which does not clear world markets."
                            + " multi-sector: S_fixed (default), balanced.")
    private Optional<String> closure = Optional.empty();

    @Option(
            names = ModelName.ELASTICITIES,
            paramLabel = "NAME=N,...",
            description = "gsim. Default: demand=-1.25,supply=1.5,substitution=5.")
    private Optional<String> elasticities = Optional.empty();

    @Mixin
    private RowOptions rows;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> given = new TreeMap<>();
        theta.ifPresent(text -> given.put(ModelName.THETA, text));
        closure.ifPresent(text -> given.put(ModelName.CLOSURE, text));
        elasticities.ifPresent(text -> given.put(ModelName.ELASTICITIES, text));
        List<ResultTable> results = ModelName.of(model).with(given).run(input);
        ResultsOut.write(results, chosen(results), rows.to(spec.commandLine().getOut()));
        return Exit.DONE;
    }

    /** People see the first table, and are told of the others. */
    private Optional<String> chosen(List<ResultTable> results) {
        if (table.isPresent() || !rows.areForPeople()) return table;
        spec.commandLine()
                .getErr()
                .println("Other tables: "
                        + results.stream().skip(1).map(ResultTable::name).collect(Collectors.joining(", "))
                        + ". See --table.");
        return Optional.of(results.get(0).name());
    }
}
