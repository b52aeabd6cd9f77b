package tradelake.sources.synthetic;

import tradelake.sources.synthetic.Baskets.Basket;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * What one reporter declares, year by year: the world's flows as it sees them (importers with freight, insurance and an error
 * of their own), what is planted in its files, all scaled to its published total.
 */
final class Declarations {
    /** Errors of the importer's report, as deviations of the logarithm: of the pair, and of each good. */
    private static final double PAIR_ERROR = 0.04;

    private static final double GOOD_ERROR = 0.1;
    private static final double DRIFT = 0.15;
    private static final double QUALITY = 0.35;
    private static final double INFLATION = 0.02;

    private final SyntheticWorld world;
    private final Trader reporter;
    private final Basket[] sold;
    private final Basket[] bought;

    Declarations(SyntheticWorld world, Trader reporter) {
        this.world = world;
        this.reporter = reporter;
        this.sold = world.traders().all().stream()
                .map(other -> world.baskets().of(reporter, other))
                .toArray(Basket[]::new);
        this.bought = world.traders().all().stream()
                .map(other -> world.baskets().of(other, reporter))
                .toArray(Basket[]::new);
    }

    /** As it stands today. */
    Cells of(Flow flow, int year) {
        Rules rules = Rules.of(world, reporter, flow, year);
        Cells cells = new Cells();
        for (Trader partner : world.byCode()) {
            double usd = usd(partner, flow, year, rules);
            if (usd > 0) new Block(partner, flow, year, rules, cells).fill(usd);
        }
        addOutside(cells, rules);
        cells.settle(world.totals().published(reporter, flow, year), reporter.step());
        return cells;
    }

    /** As it was published before a revision: less in all, other values, no trade with the areas beyond economies. */
    Cells earlier(Flow flow, int year) {
        Cells now = of(flow, year);
        Cells before = new Cells();
        for (int i = 0; i < now.size() && now.partner(i) < Traders.BUNKERS; i++) {
            double change = world.noise().factor(0.03, Draw.EARLIER_RELEASE, now.partner(i), now.good(i), year);
            before.add(now.partner(i), now.good(i), now.value(i) * change, now.kg(i), now.level(i), Cells.EVERYWHERE);
        }
        long steps = world.totals().published(reporter, flow, year) / reporter.step();
        before.settle(steps / 1000 * 985 * reporter.step(), reporter.step());
        return before;
    }

    private double usd(Trader partner, Flow flow, int year, Rules rules) {
        if (partner.index() == reporter.index())
            return rules.selfTrade() * world.totals().usd(reporter, flow, year);
        if (flow == Flow.X) return world.flows().usd(reporter, partner, year);
        double error = world.noise().factor(PAIR_ERROR, Draw.MIRROR, reporter.code(), partner.code(), year);
        return world.flows().usd(partner, reporter, year) * world.cif(partner, reporter) * error;
    }

    private void addOutside(Cells cells, Rules rules) {
        double all = cells.raw() / (1 - rules.areasNes() - rules.bunkers());
        int fuel = world.goods().called("271019").orElseThrow().index();
        int some = sold[reporter.index()].goods()[0];
        if (rules.bunkers() > 0) {
            cells.add(Traders.BUNKERS, fuel, all * rules.bunkers(), 0, rules.level(fuel), Cells.EVERYWHERE);
        }
        if (rules.areasNes() > 0) cells.add(Traders.AREAS_NES, some, all * rules.areasNes(), 0, 6, Cells.EVERYWHERE);
    }

    /** The cells of one partner. */
    private final class Block {
        private final Trader partner;
        private final Trader seller;
        private final Trader buyer;
        private final Flow flow;
        private final int year;
        private final Rules rules;
        private final Cells cells;

        Block(Trader partner, Flow flow, int year, Rules rules, Cells cells) {
            this.partner = partner;
            this.seller = flow == Flow.X ? reporter : partner;
            this.buyer = flow == Flow.X ? partner : reporter;
            this.flow = flow;
            this.year = year;
            this.rules = rules;
            this.cells = cells;
        }

        void fill(double usd) {
            Basket basket = (flow == Flow.X ? sold : bought)[partner.index()];
            addGoods(basket, usd * (1 - rules.notSpecified() - rules.belowTotal()));
            int first = basket.goods()[0];
            if (rules.notSpecified() > 0) add(world.goods().notSpecified(), usd * rules.notSpecified(), 6);
            if (rules.belowTotal() > 0) add(first, usd * rules.belowTotal(), 0);
            if (rules.pseudoPartner() == partner.code()) add(world.goods().oldPseudo(), usd * rules.pseudoCode(), 6);
            if (rules.aboveWorld() > 0) {
                cells.add(partner.code(), first, usd * rules.aboveWorld(), 0, 6, Cells.PARTNER_ONLY);
            }
        }

        private void addGoods(Basket basket, double usd) {
            double[] sizes = new double[basket.goods().length];
            double sum = 0;
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = basket.sizes()[i] * StrictMath.exp(change(basket.goods()[i]));
                sum += sizes[i];
            }
            for (int i = 0; i < sizes.length; i++) {
                int good = basket.goods()[i];
                add(good, usd * sizes[i] / sum, rules.level(good));
            }
        }

        /** Of the size of a good within the pair since its basket was drawn, in logarithms. */
        private double change(int good) {
            double trend = world.goods().at(good).trend() * (year - 2017);
            return trend
                    + DRIFT * world.noise().normal(Draw.PAIR_PRODUCT_YEAR, seller.code(), buyer.code(), goodYear(good));
        }

        private void add(int good, double usd, int level) {
            double error = flow == Flow.X
                    ? 1
                    : world.noise()
                            .factor(GOOD_ERROR, Draw.MIRROR_PRODUCT, buyer.code(), seller.code(), goodYear(good));
            cells.add(partner.code(), good, usd * error, kg(good, usd), level, rules.seen(partner.code(), good));
        }

        private long kg(int good, double usd) {
            double usdPerKg = world.goods().at(good).usdPerKg();
            if (usdPerKg == 0) return 0;
            double quality = world.noise().factor(QUALITY, Draw.UNIT_VALUE, seller.code(), buyer.code(), good);
            double kg = usd / (usdPerKg * quality * (1 + INFLATION * (year - Scale.FIRST_YEAR)));
            return rounded(kg);
        }

        /** To three digits: fewer bytes, and no reader depends on a weight to the gram. */
        private static long rounded(double kg) {
            double step = 1;
            while (kg / step >= 1000) step *= 10;
            return (long) (Math.rint(kg / step) * step);
        }

        private long goodYear(int good) {
            return good * 4096L + year;
        }
    }
}
