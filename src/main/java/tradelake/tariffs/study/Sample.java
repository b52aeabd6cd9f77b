package tradelake.tariffs.study;

import java.util.OptionalDouble;
import tradelake.lake.BadInput;
import tradelake.tariffs.elasticities.Draws;
import tradelake.tariffs.elasticities.Elasticity;
import tradelake.tariffs.elasticities.ElasticityTable;

/**
 * What one draw takes for the numbers that nobody knows for certain. Draw 0 is the central one: everything as published.
 *
 * @param relativeError see {@link Study.Uncertainty}
 */
record Sample(Draws draws, int draw, double relativeError) {
    /** One elasticity for all goods is drawn once for all of them. */
    double elasticity(ElasticityTable table, String product) {
        Elasticity published = table.of(product).orElseThrow(() -> none(table, product));
        if (draw == 0) return published.value();
        double size = Math.abs(published.value());
        double error = published.standardError() == 0 ? relativeError * size : published.standardError();
        String of = table.byProduct().containsKey(product) ? product : "*";
        return draws.elasticity(draw, table.concept() + of, new Elasticity(published.value(), error));
    }

    /** The reconciled value, or one between the two reports where there are both. */
    double trade(Flow flow) {
        if (draw == 0 || flow.exporterSays().isEmpty() || flow.importerSays().isEmpty()) return flow.value();
        return draws.between(
                draw,
                flow.name(),
                flow.exporterSays().getAsDouble(),
                flow.importerSays().getAsDouble());
    }

    /**
     * What a report of a flow is multiplied with to become the drawn value: imports by HS6 have no mirror of their own, so each
     * moves as its chapter does.
     *
     * @param byImporter whose report it is
     */
    double factor(Flow flow, boolean byImporter) {
        if (draw == 0 || flow.exporterSays().isEmpty() || flow.importerSays().isEmpty()) return 1;
        return trade(flow) / (byImporter ? flow.importerSays() : flow.exporterSays()).getAsDouble();
    }

    private static BadInput none(ElasticityTable table, String product) {
        return new BadInput(
                "The set of elasticities '%s' has no %s of %s: add it to its file, or one of * for all goods."
                        .formatted(table.set(), table.concept().label(), product));
    }

    /**
     * Trade of a chapter between two economies, current USD, FOB.
     *
     * @param value reconciled
     */
    record Flow(
            String exporter,
            String importer,
            String chapter,
            double value,
            OptionalDouble exporterSays,
            OptionalDouble importerSays) {
        String name() {
            return name(exporter, importer, chapter);
        }

        static String name(String exporter, String importer, String chapter) {
            return exporter + importer + chapter;
        }
    }
}
