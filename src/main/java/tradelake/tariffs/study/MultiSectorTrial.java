package tradelake.tariffs.study;

import static tradelake.tariffs.elasticities.Concept.THETA;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tradelake.tariffs.elasticities.ElasticityTable;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.production.Production;

/**
 * The multi-sector model by HS section, among the economies whose sales at home are known.
 *
 * @param section of a chapter or an HS6
 */
record MultiSectorTrial(
        World world,
        Production production,
        UnaryOperator<String> section,
        Shock shock,
        ElasticityTable theta,
        MultiSector.Closure multiSector)
        implements Trial {
    static MultiSectorTrial of(Ground ground, World world, Production production, UnaryOperator<String> section) {
        return new MultiSectorTrial(
                world,
                production,
                section,
                ground.shock(section),
                ground.table(THETA),
                ground.scenario().multiSector());
    }

    @Override
    public String closure() {
        return multiSector == MultiSector.Closure.S_FIXED
                ? "S_fixed"
                : multiSector.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isByProduct() {
        return false;
    }

    @Override
    public Stream<Outcome> solve(Sample sample) {
        Roster economies = world.economies();
        List<String> sections = List.copyOf(production.products());
        double[][][] flows = cube(sections, (e, i, s) -> e.equals(i) ? production.sales(e, s) : 0);
        for (Sample.Flow flow : world.flows())
            flows[sections.indexOf(section.apply(flow.chapter()))][economies.at(flow.importer())][
                            economies.at(flow.exporter())] +=
                    sample.trade(flow);
        return Stream.of(new MultiSector(
                        sections,
                        economies.names(),
                        flows,
                        cube(sections, shock::before),
                        cube(sections, shock::after),
                        sections.stream()
                                .mapToDouble(s -> sample.elasticity(theta, s))
                                .toArray(),
                        valueAdded(sections),
                        inputs(sections),
                        multiSector)
                .solve());
    }

    @FunctionalInterface
    private interface OfFlow {
        double of(String exporter, String importer, String section);
    }

    /** [section][importer][exporter]. */
    private double[][][] cube(List<String> sections, OfFlow number) {
        double[][][] cube = new double[sections.size()][][];
        for (int s = 0; s < cube.length; s++) {
            String of = sections.get(s);
            cube[s] = world.economies().matrix((importer, exporter) -> number.of(exporter, importer, of));
        }
        return cube;
    }

    private double[][] valueAdded(List<String> sections) {
        return world.economies().names().stream()
                .map(economy -> sections.stream()
                        .mapToDouble(s -> production.valueAdded(economy, s))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** [economy][input][using]. */
    private double[][][] inputs(List<String> sections) {
        return world.economies().names().stream()
                .map(economy -> sections.stream()
                        .map(input -> sections.stream()
                                .mapToDouble(using -> production.input(economy, input, using))
                                .toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
