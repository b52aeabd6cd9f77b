package tradelake.sources.synthetic;

import java.util.Comparator;
import java.util.List;
import tradelake.reference.Reference;
import tradelake.sources.synthetic.Noise.Draw;

/** The synthetic world: who trades what with whom, every number a function of the seed and the scale alone. */
record SyntheticWorld(
        Noise noise,
        Scale scale,
        Traders traders,
        List<Trader> byCode,
        Goods goods,
        Quirks quirks,
        Totals totals,
        Baskets baskets,
        PairFlows flows) {
    private static final double LEAST_CIF = 1.03;
    private static final double MOST_CIF = 1.10;

    static SyntheticWorld of(Reference reference, long seed, Scale scale) {
        Noise noise = new Noise(seed);
        Traders traders = Traders.of(reference.economies(), scale.partners(), noise);
        Goods goods = Goods.of(scale.goods(), noise);
        Quirks quirks = new Quirks(Quirk.all());
        Totals totals = new Totals(traders, quirks, reference.controlTotals());
        Baskets baskets = new Baskets(noise, goods, traders, totals, quirks, scale.density());
        return new SyntheticWorld(
                noise,
                scale,
                traders,
                traders.all().stream()
                        .sorted(Comparator.comparingInt(Trader::code))
                        .toList(),
                goods,
                quirks,
                totals,
                baskets,
                new PairFlows(noise, traders, totals, quirks, baskets));
    }

    /** What the importer's value is above the exporter's: 1 where imports are valued FOB. */
    double cif(Trader seller, Trader buyer) {
        if (buyer.importsAreFob()) return 1;
        return LEAST_CIF + (MOST_CIF - LEAST_CIF) * noise.uniform(Draw.CIF, seller.code(), buyer.code(), 0);
    }
}
