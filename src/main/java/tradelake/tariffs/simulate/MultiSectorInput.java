package tradelake.tariffs.simulate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.MultiSector.Closure;

/** The files of the multi-sector model as arrays. */
final class MultiSectorInput {
    private static final String SECTOR = "sector";
    private static final String COUNTRY = "country";
    private static final String IMPORTER = "importer";
    private static final String EXPORTER = "exporter";
    private static final String BEFORE = "t0";

    private final Csv flows;
    private final Names sectors;
    private final Names countries;
    private final double[] theta;
    private final double[][] valueAdded;
    private final double[][][] inputs;
    private final boolean links;

    private MultiSectorInput(Csv flows, Csv values, List<Line> inputLines) {
        this.flows = flows;
        sectors = Names.of(flows.lines(), SECTOR);
        countries = Names.of(flows.lines(), IMPORTER, EXPORTER);
        links = !inputLines.isEmpty();
        theta = theta(values.lines());
        valueAdded = links ? valueAdded(values.lines()) : MultiSector.withoutLinks(countries.size(), sectors.size());
        inputs = new double[countries.size()][sectors.size()][sectors.size()];
        for (Line line : inputLines)
            inputs[countries.at(line, COUNTRY)][sectors.at(line, "input_sector")][sectors.at(line, "using_sector")] =
                    line.decimal("share");
    }

    static MultiSectorInput read(Path folder) {
        Csv flows = Csv.ofFile(folder.resolve("input_flows.csv"), List.of(SECTOR, IMPORTER, EXPORTER, "fob", BEFORE));
        Names.requireOnce(flows.lines(), line -> List.of(line.text(SECTOR), line.text(IMPORTER), line.text(EXPORTER)));
        Csv values = Csv.ofFile(folder.resolve("input_va.csv"), List.of(SECTOR, COUNTRY, "theta", "va_share"));
        Path inputs = folder.resolve("input_io.csv");
        List<Line> links = Files.exists(inputs)
                ? Csv.ofFile(inputs, List.of(COUNTRY, "input_sector", "using_sector", "share"))
                        .lines()
                : List.of();
        return new MultiSectorInput(flows, values, links);
    }

    List<String> scenarios() {
        List<String> scenarios = Grid.after(flows.columns(), BEFORE);
        if (scenarios.isEmpty())
            throw new BadInput("input_flows.csv has no scenario: add a column behind t0 with the tariffs afterwards.");
        return scenarios;
    }

    boolean hasLinks() {
        return links;
    }

    MultiSector world(String scenario, Closure closure) {
        return new MultiSector(
                sectors.all(),
                countries.all(),
                cube("fob"),
                cube(BEFORE),
                cube(scenario),
                theta,
                valueAdded,
                inputs,
                closure);
    }

    /** [sector][importer][exporter]. */
    private double[][][] cube(String column) {
        double[][][] cube = new double[sectors.size()][countries.size()][countries.size()];
        for (Line line : flows.lines())
            cube[sectors.at(line, SECTOR)][countries.at(line, IMPORTER)][countries.at(line, EXPORTER)] =
                    line.decimal(column);
        return cube;
    }

    private double[] theta(List<Line> lines) {
        double[] theta = new double[sectors.size()];
        for (Line line : lines) {
            int k = sectors.at(line, SECTOR);
            if (theta[k] != 0 && theta[k] != line.decimal("theta"))
                throw line.bad("theta", "differs from the one of another country: a sector has one theta");
            theta[k] = line.decimal("theta");
        }
        return theta;
    }

    private double[][] valueAdded(List<Line> lines) {
        double[][] shares = new double[countries.size()][sectors.size()];
        for (double[] row : shares) Arrays.fill(row, Double.NaN);
        for (Line line : lines)
            shares[countries.at(line, COUNTRY)][sectors.at(line, SECTOR)] = line.decimal("va_share");
        for (int n = 0; n < shares.length; n++)
            for (int k = 0; k < sectors.size(); k++)
                if (Double.isNaN(shares[n][k]))
                    throw new BadInput("input_va.csv has no line for %s in %s: add its va_share."
                            .formatted(sectors.all().get(k), countries.all().get(n)));
        return shares;
    }
}
