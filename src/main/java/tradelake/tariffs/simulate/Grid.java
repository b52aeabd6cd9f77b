package tradelake.tariffs.simulate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * A file with a line per exporter and importer: a flow, the tariff before, and a column per scenario with the tariff after it.
 * A pair without a line does not trade.
 *
 * @param countries exporters and importers
 * @param scenarios the columns after the tariff before
 */
record Grid(Names countries, List<String> scenarios, List<Line> lines) {
    private static final String EXPORTER = "exporter";
    private static final String IMPORTER = "importer";

    /** @param before the column of the tariff before, behind which the scenarios stand */
    static Grid read(Path file, String flow, String before) {
        Csv csv = Csv.ofFile(file, List.of(EXPORTER, IMPORTER, flow, before));
        Names.requireOnce(csv.lines(), line -> List.of(line.text(EXPORTER), line.text(IMPORTER)));
        return new Grid(Names.of(csv.lines(), EXPORTER, IMPORTER), after(csv.columns(), before), csv.lines());
    }

    /** The columns behind one. */
    static List<String> after(List<String> columns, String column) {
        return columns.subList(columns.indexOf(column) + 1, columns.size());
    }

    void requireScenarios(String before) {
        if (scenarios.isEmpty())
            throw new BadInput(
                    "%s has no scenario: add a column behind %s with the tariffs afterwards, named as you like."
                            .formatted(lines.get(0).file(), before));
    }

    /** [exporter][importer] of a column. */
    double[][] matrix(String column, double otherwise) {
        double[][] matrix = new double[countries.size()][countries.size()];
        for (double[] row : matrix) Arrays.fill(row, otherwise);
        for (Line line : lines)
            matrix[countries.at(line, EXPORTER)][countries.at(line, IMPORTER)] = line.decimal(column);
        return matrix;
    }
}
