package tradelake.tariffs.study;

import static tradelake.tariffs.elasticities.Concept.ARMINGTON;
import static tradelake.tariffs.elasticities.Concept.EXPORT_SUPPLY;
import static tradelake.tariffs.elasticities.Concept.IMPORT_DEMAND;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradelake.tariffs.elasticities.ElasticityTable;
import tradelake.tariffs.models.Gsim;
import tradelake.tariffs.models.Outcome;

/** GSIM on each chapter's reconciled trade among all economies; sales at home stay out. */
record GsimTrial(
        SortedMap<String, List<Sample.Flow>> chapters,
        Shock shock,
        ElasticityTable demand,
        ElasticityTable substitution,
        ElasticityTable supply)
        implements Trial {
    static GsimTrial of(Ground ground) {
        return new GsimTrial(
                ground.flows().stream()
                        .collect(Collectors.groupingBy(Sample.Flow::chapter, TreeMap::new, Collectors.toList())),
                ground.shock(hs6 -> hs6.substring(0, 2)),
                ground.table(IMPORT_DEMAND),
                ground.table(ARMINGTON),
                ground.table(EXPORT_SUPPLY));
    }

    @Override
    public String closure() {
        return "levels";
    }

    @Override
    public boolean isByProduct() {
        return true;
    }

    @Override
    public Stream<Outcome> solve(Sample sample) {
        return chapters.entrySet().stream()
                .map(chapter -> new OfProduct(
                        chapter.getKey(),
                        market(chapter.getKey(), chapter.getValue(), sample).solve()));
    }

    private Gsim market(String chapter, List<Sample.Flow> flows, Sample sample) {
        Roster economies = Roster.of(flows);
        double[][] trade = economies.matrix();
        for (Sample.Flow flow : flows)
            trade[economies.at(flow.exporter())][economies.at(flow.importer())] = sample.trade(flow);
        return new Gsim(
                economies.names(),
                trade,
                economies.matrix((exporter, importer) -> 1 + shock.before(exporter, importer, chapter)),
                economies.matrix((exporter, importer) -> 1 + shock.after(exporter, importer, chapter)),
                new Gsim.Elasticities(
                        sample.elasticity(demand, chapter),
                        sample.elasticity(supply, chapter),
                        sample.elasticity(substitution, chapter)));
    }

    /** An outcome of a model of one good, under the name of that good. */
    private record OfProduct(String product, Outcome of) implements Outcome {
        @Override
        public List<TradeChange> trade() {
            return of.trade().stream()
                    .map(change -> new TradeChange(
                            change.exporter(), change.importer(), product, change.before(), change.after()))
                    .toList();
        }

        @Override
        public List<Effect> effects() {
            return of.effects();
        }
    }
}
