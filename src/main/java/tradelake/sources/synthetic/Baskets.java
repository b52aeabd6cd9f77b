package tradelake.sources.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * Which goods an economy sells to another: the k of the highest score, where the score is the good's weight times the
 * seller's advantage, the buyer's taste and noise of the pair, and k follows the size of both. It does not change from year
 * to year; the shares within the basket drift.
 */
final class Baskets {
    private static final double ADVANTAGE = StrictMath.log(4);
    private static final double NO_DEPOSIT = StrictMath.log(0.15);
    /** Lets the goods that a quirk is about into every basket of that seller; their size is not touched. */
    private static final double PLANTED = 3;

    private static final int SMALLEST_SELF = 3;

    private final Noise noise;
    private final Goods goods;
    private final Quirks quirks;
    private final double density;
    private final double[] sellers;
    private final double[] buyers;
    private final double[][] advantage;
    private final double[][] taste;
    private final List<Set<Integer>> wanted;

    /** What one economy sells to another: goods in the order of their list, and the size of each before its drift. */
    record Basket(int[] goods, double[] sizes) {}

    Baskets(Noise noise, Goods goods, Traders traders, Totals totals, Quirks quirks, double density) {
        this.noise = noise;
        this.goods = goods;
        this.quirks = quirks;
        this.density = density;
        this.sellers = sizes(traders, totals, Flow.X);
        this.buyers = sizes(traders, totals, Flow.M);
        this.wanted = traders.all().stream().map(this::wanted).toList();
        this.advantage = traders.all().stream()
                .map(t -> goods.traded().stream()
                        .mapToDouble(good -> advantage(t, good))
                        .toArray())
                .toArray(double[][]::new);
        this.taste = traders.all().stream()
                .map(t -> goods.traded().stream()
                        .mapToDouble(good -> 0.4 * noise.normal(Draw.DEMAND, t.code(), good.index(), 0))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** How many goods the seller sells to the buyer; 0 means that they do not trade. */
    int breadth(Trader seller, Trader buyer) {
        double size = StrictMath.pow(sellers[seller.index()] * buyers[buyer.index()], 0.5);
        int chance = (int) (density * size + noise.uniform(Draw.BREADTH, seller.code(), buyer.code(), 0));
        return Math.min(goods.traded().size(), Math.max(least(seller, buyer), chance));
    }

    /** The largest economies trade with all, a reporter has goods of its own, and planted pairs trade. */
    private int least(Trader seller, Trader buyer) {
        if (seller.index() == buyer.index()) return SMALLEST_SELF;
        double large = Math.max(0.25, 0.9 - 0.2 * density);
        boolean always = sellers[seller.index()] > large || buyers[buyer.index()] > large;
        return always || quirks.aboutPair(seller, buyer) ? 1 : 0;
    }

    Basket of(Trader seller, Trader buyer) {
        long[] ranked = new long[goods.traded().size()];
        double[] scores = new double[ranked.length];
        for (int good = 0; good < ranked.length; good++) {
            scores[good] = advantage[seller.index()][good]
                    + taste[buyer.index()][good]
                    + noise.normal(Draw.PAIR_PRODUCT, seller.code(), buyer.code(), good);
            double rank = scores[good] + (wanted.get(seller.index()).contains(good) ? PLANTED : 0);
            ranked[good] = -Math.round(rank * 1e9) << 14 | good;
        }
        Arrays.sort(ranked);
        int[] chosen = new int[breadth(seller, buyer)];
        for (int i = 0; i < chosen.length; i++) chosen[i] = (int) (ranked[i] & 0x3FFF);
        Arrays.sort(chosen);
        return new Basket(
                chosen,
                Arrays.stream(chosen)
                        .mapToDouble(g -> StrictMath.exp(scores[g]))
                        .toArray());
    }

    /** The goods that something is planted about in the seller's files. */
    private Set<Integer> wanted(Trader seller) {
        return quirks.all().stream()
                .filter(q -> q.reporter() == seller.code())
                .flatMap(q -> goods.called(q.item()).stream())
                .map(Good::index)
                .collect(Collectors.toSet());
    }

    private double advantage(Trader seller, Good good) {
        double strength = 0;
        if (seller.strong().contains(good.kind())) strength = ADVANTAGE;
        else if (good.kind() == Kind.ENERGY) strength = NO_DEPOSIT;
        return StrictMath.log(good.weight())
                + strength
                + 0.6 * noise.normal(Draw.ADVANTAGE, seller.code(), good.index(), 0);
    }

    /** Average trade over the years, the largest being 1. */
    private static double[] sizes(Traders traders, Totals totals, Flow flow) {
        double[] sizes = new double[traders.size()];
        for (Trader trader : traders.all()) {
            for (int year = Scale.FIRST_YEAR; year <= Scale.LAST_YEAR; year++) {
                sizes[trader.index()] += totals.usd(trader, flow, year);
            }
        }
        double largest = Arrays.stream(sizes).max().orElseThrow();
        return Arrays.stream(sizes).map(size -> size / largest).toArray();
    }
}
