package tradelake.harmonise.mirror;

import static tradelake.harmonise.mirror.CifRates.KIND;
import static tradelake.harmonise.mirror.CifRates.OBSERVATIONS;
import static tradelake.harmonise.mirror.CifRates.TERM;
import static tradelake.harmonise.mirror.CifRates.TERM_VALUE;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import tradelake.lake.Tables;
import tradelake.reference.EconomyPair;

/**
 * What freight and insurance depend on, as it travels to a task: the estimated model where it is and knows the pair and the
 * chapter, one rate for all else.
 *
 * @param unitValues by chapter, USD per tonne
 * @param flat the one rate
 */
record Carriage(GravityVariables distances, Map<String, Double> unitValues, CifModel estimated, CifModel flat)
        implements Serializable {
    /** Where one rate holds for all, distance does not count. */
    private static final PairGeography ANYWHERE = new PairGeography(1, false, 0);

    /** @param flatRate log of what imports are times exports */
    static Carriage of(Tables in, double flatRate) {
        Map<String, Double> coefficients = new HashMap<>(), unitValues = new HashMap<>();
        long observations = 0;
        for (Row row : in.read(CifRates.TABLE).collectAsList()) {
            boolean coefficient = KIND.in(row).equals(CifRates.COEFFICIENT);
            (coefficient ? coefficients : unitValues).put(TERM.in(row), TERM_VALUE.in(row));
            if (coefficient) observations = OBSERVATIONS.in(row);
        }
        return new Carriage(
                distances(in),
                unitValues,
                new CifModel(coefficients, observations),
                new CifModel(Map.of("const", flatRate), 0));
    }

    private static GravityVariables distances(Tables in) {
        SortedMap<EconomyPair, PairGeography> pairs = new TreeMap<>();
        for (Row row : in.read(GravityVariablesTable.TABLE).collectAsList())
            pairs.put(
                    EconomyPair.of(GravityVariablesTable.ONE.in(row), GravityVariablesTable.OTHER.in(row)),
                    new PairGeography(
                            GravityVariablesTable.KILOMETRES.in(row),
                            GravityVariablesTable.CONTIGUOUS.in(row),
                            GravityVariablesTable.LANDLOCKED.in(row)));
        return new GravityVariables(pairs);
    }

    CifModel model(String exporter, String importer, String chapter) {
        boolean known = !estimated.coefficients().isEmpty()
                && unitValues.containsKey(chapter)
                && distances.between(exporter, importer).isPresent();
        return known ? estimated : flat;
    }

    PairGeography geography(String exporter, String importer) {
        return distances.between(exporter, importer).orElse(ANYWHERE);
    }

    double unitValue(String chapter) {
        return unitValues.getOrDefault(chapter, 1.0);
    }
}
