package tradelake.sources.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tradelake.reference.HsSection;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * What the economies of the synthetic world sell at home, by HS section, and what goes into it: trade statistics do not hold
 * it, and the models of general equilibrium need it. All of it is invented: one and a half to four times the economy's mean
 * of exports and imports, over sections by chance.
 */
record MadeUpProduction(SyntheticWorld world, List<HsSection> sections) {
    static final String SALES_HEADER = "economy,product,home_sales_usd,value_added_share,note";
    static final String INPUTS_HEADER = "economy,input_product,using_product,share,note";

    private static final String NOTE = ",SYNTHETIC";
    private static final double LEAST = 1.5;
    private static final double MOST = 4;
    private static final double UNEVENNESS = 0.5;
    private static final double OWN_SECTION = 10;
    private static final double SMALLEST = 1e9;

    /** Lines of sales.csv. */
    List<String> sales() {
        List<String> lines = new ArrayList<>();
        for (Trader trader : world.traders().all()) {
            double[] weights = shares(trader.code(), -1);
            for (int s = 0; s < weights.length; s++)
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%.0f,%.3f" + NOTE,
                        trader.key(),
                        sections.get(s).id(),
                        Math.rint(size(trader) * weights[s] / 1e6) * 1e6,
                        0.35 + 0.3 * world.noise().uniform(Draw.HOME, trader.code(), s, 1)));
        }
        return lines;
    }

    /** Lines of inputs.csv: the same for all economies. */
    List<String> inputs() {
        List<String> lines = new ArrayList<>();
        for (int using = 0; using < sections.size(); using++) {
            double[] shares = shares(0, using);
            for (int input = 0; input < shares.length; input++)
                lines.add(String.format(
                        Locale.ROOT,
                        "*,%s,%s,%.6f" + NOTE,
                        sections.get(input).id(),
                        sections.get(using).id(),
                        shares[input]));
        }
        return lines;
    }

    private double size(Trader trader) {
        double trade = (world.totals().usd(trader, Flow.X, Scale.LAST_YEAR)
                        + world.totals().usd(trader, Flow.M, Scale.LAST_YEAR))
                / 2;
        double factor = LEAST + (MOST - LEAST) * world.noise().uniform(Draw.HOME, trader.code(), 0, 0);
        return Math.max(SMALLEST, trade * factor);
    }

    /** @param own the section that counts most, -1 for none */
    private double[] shares(int of, int own) {
        double[] shares = new double[sections.size()];
        double sum = 0;
        for (int s = 0; s < shares.length; s++) {
            shares[s] = world.noise().factor(UNEVENNESS, Draw.HOME, of, s, 2 + own) * (s == own ? OWN_SECTION : 1);
            sum += shares[s];
        }
        for (int s = 0; s < shares.length; s++) shares[s] /= sum;
        return shares;
    }
}
