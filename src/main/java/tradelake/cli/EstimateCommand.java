package tradelake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tradelake.gravity.BiasCorrection;
import tradelake.gravity.CsvFrame;
import tradelake.gravity.Formula;
import tradelake.gravity.Frame;
import tradelake.gravity.Grouping;
import tradelake.gravity.Ppml;
import tradelake.gravity.PpmlFit;
import tradelake.gravity.SmallSample;
import tradelake.gravity.Specification;
import tradelake.gravity.Variance;

/** Fits a Poisson model with fixed effects. */
@Command(
        name = "estimate",
        header = "Fit a Poisson model with fixed effects (PPML).",
        description = {
            "Rows without a value, alone in a level of an effect, or separated (their mean goes to zero at the maximum) are"
                    + " left out and counted; regressors that others make up are left out and named.",
        },
        footer = {
            "%nExamples:",
            "  tradelake gravity estimate --data flows.csv \\",
            "    --formula \"trade ~ log(dist) + rta | exporter^year + importer^year\" --cluster exporter^importer",
            "  tradelake gravity estimate --data flows.csv --formula \"trade ~ rta | exporter^year + importer^year +"
                    + " exporter^importer\" --cluster \"symmetric(exporter, importer)\" --ssc fixest -o json"
        })
final class EstimateCommand extends LakeCommand {
    private static final Pattern TABLE = Pattern.compile("(bronze|silver|gold)\\.\\w+|.*\\.parquet/?");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE|TABLE",
            description = "A CSV file with a header, a path that ends in .parquet, or a table such as gold.coverage.")
    private String data;

    @Option(
            names = "--formula",
            required = true,
            paramLabel = "FORMULA",
            description = "y ~ x1 + log(x2) + i(period, ref=5):x3 | effect1 + effect2^effect3. Also log1p and exp.")
    private String formula;

    @Option(
            names = "--cluster",
            paramLabel = "A+B",
            defaultValue = "",
            description = "Cluster standard errors by A and by B: a column, a^b for directed pairs, symmetric(a, b) for"
                    + " pairs of which both directions are one cluster.")
    private String cluster;

    @Option(
            names = "--vcov",
            paramLabel = "classical|robust",
            description = "Standard errors without clusters. Default: robust.")
    private Variance variance = Variance.robust;

    @Option(
            names = "--ssc",
            paramLabel = "stata|fixest|none",
            description =
                    "Small-sample rule: N/(N-1) and G/(G-1) as ppmlhdfe, that of fixest, or none. Default: stata.")
    private SmallSample rule = SmallSample.stata;

    @Option(names = "--weights", paramLabel = "COLUMN", description = "Weights of the rows.")
    private Optional<String> weights;

    @Option(names = "--offset", paramLabel = "COLUMN", description = "Added to the linear predictor.")
    private Optional<String> offset;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "End when a step changes the linear predictor by less. Default: 1e-8.")
    private double tolerance = Specification.TOLERANCE;

    @Option(names = "--max-iterations", paramLabel = "N", description = "End after so many steps. Default: 200.")
    private int maxIterations = Specification.MAX_ITERATIONS;

    @Option(
            names = "--correct-bias",
            description =
                    "Give the estimates and errors of a three-way model as corrected by Weidner and Zylkin (2021).")
    private boolean correctBias;

    @Option(
            names = "--rows",
            paramLabel = "FILE",
            description = "Also write what became of each row, and its fitted mean, as CSV.")
    private Optional<Path> rowsFile;

    @Option(names = "--effects", paramLabel = "FILE", description = "Also write the fixed effects as CSV.")
    private Optional<Path> effectsFile;

    @Mixin
    private RowOptions rows;

    @Spec
    private CommandSpec spec;

    EstimateCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        Specification model = model();
        Frame frame = read(setup, model.columns());
        PpmlFit fit = Ppml.fit(frame, model);
        rowsFile.ifPresent(file -> EstimateFiles.rows(fit, file));
        effectsFile.ifPresent(file -> EstimateFiles.effects(fit, file));
        EstimateAnswer answer = new EstimateAnswer(
                fit, correctBias ? BiasCorrection.of(fit, frame).terms() : List.of());
        PrintWriter out = spec.commandLine().getOut();
        if (rows.format() == RowFormat.json) answer.json(out);
        else answer.rows(rows.to(out));
        answer.notes().forEach(setup.teller()::note);
    }

    private Specification model() {
        return new Specification(
                Formula.parse(formula),
                weights,
                offset,
                cluster.isBlank() ? variance : Variance.clustered,
                Grouping.parse(cluster),
                rule,
                tolerance,
                maxIterations);
    }

    private Frame read(Setup setup, Set<String> columns) {
        return TABLE.matcher(data).matches()
                ? workbench.columns(setup, data, columns)
                : CsvFrame.read(Path.of(data), columns);
    }
}
