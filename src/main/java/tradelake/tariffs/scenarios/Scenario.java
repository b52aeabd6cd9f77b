package tradelake.tariffs.scenarios;

import java.util.List;
import tradelake.lake.Text;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.OneSector;
import tradelake.tariffs.simulate.ModelName;

/**
 * A question: from these tariffs to those, in the trade of that year.
 *
 * @param before without it, the tariffs of 2024
 * @param importers whose tariffs change
 * @param elasticities the name of a set
 */
public record Scenario(
        String name,
        Text title,
        Policy before,
        Policy after,
        List<String> importers,
        List<ModelName> models,
        String elasticities,
        int baseYear,
        OneSector.Closure oneSector,
        MultiSector.Closure multiSector,
        String note) {}
