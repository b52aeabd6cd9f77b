package tradelake.tariffs.study;

import java.util.List;
import java.util.function.UnaryOperator;
import tradelake.tariffs.elasticities.Concept;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.elasticities.ElasticityTable;
import tradelake.tariffs.scenarios.Scenario;

/**
 * What a scenario's models stand on.
 *
 * @param cases the importers whose tariffs change
 * @param markets their imports, rated
 * @param flows the reconciled matrix of the base year
 */
record Ground(
        Scenario scenario,
        ElasticitySets elasticities,
        List<Case> cases,
        List<Market> markets,
        List<Sample.Flow> flows) {
    Shock shock(UnaryOperator<String> product) {
        return Shock.of(markets, cases, product);
    }

    ElasticityTable table(Concept concept) {
        return elasticities.table(scenario.elasticities(), concept);
    }
}
