package tradelake.tariffs.models;

/**
 * One round of the multi-sector model on wages, prices and spending together: prices follow from costs, shares from prices,
 * output from spending, and from output both spending and wages. In the vector: ln w by country, then ln P by country and
 * sector, then spending over base income by country and sector.
 */
final class MultiSectorRound implements FixedPoint.Round {
    private static final double LEAST_OPEN = 0.05;

    private final MultiSector world;
    private final MultiSectorBase base;
    private final int countries;
    private final int sectors;
    /** pi (T1/T0)^-theta, and T1, as flows. */
    private final double[][][] weight;

    private final double[][][] duty;
    private final double[] surplus;
    /** The part of output that is not spent on inputs, [country][sector]. */
    private final double[][] earned;

    private final double[] speed;
    private final double worldValueAdded;

    /**
     * The world at given wages, prices and spending.
     *
     * @param wage w by country
     * @param logCost ln c[country][sector]
     * @param logPrice ln P[country][sector], as the costs make it
     * @param share pi'[sector][importer][exporter]
     * @param spending X'[country][sector], as the vector has it
     */
    record State(
            double[] wage,
            double[][] logCost,
            double[][] logPrice,
            double[][][] share,
            double[][] spending,
            double[][] output,
            double[] revenue,
            double[] income) {}

    MultiSectorRound(MultiSector world, MultiSectorBase base, double[] surplus) {
        this.world = world;
        this.base = base;
        countries = world.countries().size();
        sectors = world.sectors().size();
        weight = new double[sectors][countries][countries];
        duty = new double[sectors][countries][countries];
        for (int k = 0; k < sectors; k++)
            for (int n = 0; n < countries; n++)
                for (int i = 0; i < countries; i++) {
                    duty[k][n][i] = 1 + world.after()[k][n][i];
                    double cost = duty[k][n][i] / (1 + world.before()[k][n][i]);
                    double share = base.share[k][n][i];
                    weight[k][n][i] = share == 0 ? 0 : share * Math.pow(cost, -world.theta()[k]);
                }
        this.surplus = surplus;
        earned = earned();
        double sum = 0;
        for (double v : base.valueAdded) sum += v;
        worldValueAdded = sum;
        speed = speeds();
    }

    /** Where nothing has changed. */
    double[] start() {
        double[] x = new double[countries + 2 * countries * sectors];
        for (int n = 0; n < countries; n++)
            for (int k = 0; k < sectors; k++) x[spendingAt(n, k)] = base.spending[n][k] / base.income[n];
        return x;
    }

    @Override
    public void apply(double[] x, double[] next) {
        State s = at(x);
        for (int n = 0; n < countries; n++) {
            double income = 0;
            for (int k = 0; k < sectors; k++) income += earned[n][k] * s.output[n][k];
            next[n] = Math.log(s.wage[n]) + speed[n] * Math.log(income / (s.wage[n] * base.valueAdded[n]));
            double[] inputs = inputs(s.output[n], n);
            for (int k = 0; k < sectors; k++) {
                next[priceAt(n, k)] = s.logPrice[n][k];
                next[spendingAt(n, k)] = (inputs[k] + base.consumption[n][k] * s.income[n]) / base.income[n];
            }
        }
    }

    State at(double[] x) {
        double[] wage = scaled(x);
        double[][] logCost = logCosts(wage, x);
        double[][][] share = new double[sectors][countries][];
        double[][] logPrice = new double[countries][sectors];
        double[][] spending = new double[countries][sectors];
        double[][] output = new double[countries][sectors];
        double[] revenue = new double[countries];
        double[] pull = new double[countries];
        for (int k = 0; k < sectors; k++) {
            for (int i = 0; i < countries; i++) pull[i] = Math.exp(-world.theta()[k] * logCost[i][k]);
            for (int n = 0; n < countries; n++) {
                spending[n][k] = x[spendingAt(n, k)] * base.income[n];
                share[k][n] = new double[countries];
                double sum = fill(share[k][n], weight[k][n], pull);
                if (sum == 0) continue;
                logPrice[n][k] = -Math.log(sum) / world.theta()[k];
                revenue[n] += spending[n][k] - sell(share[k][n], duty[k][n], spending[n][k], k, output);
            }
        }
        double[] income = new double[countries];
        for (int n = 0; n < countries; n++) income[n] = wage[n] * base.valueAdded[n] + revenue[n] - surplus[n];
        return new State(wage, logCost, logPrice, share, spending, output, revenue, income);
    }

    /** Adds one importer's purchases to the output of those it buys from; returns what they get, before duty. */
    private double sell(double[] share, double[] duty, double spending, int k, double[][] output) {
        double sold = 0;
        for (int i = 0; i < countries; i++) {
            double flow = share[i] * spending / duty[i];
            output[i][k] += flow;
            sold += flow;
        }
        return sold;
    }

    /** Shares by exporter; returns the sum that they were divided by, nought where nothing is bought. */
    private static double fill(double[] share, double[] weight, double[] pull) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) sum += share[i] = weight[i] * pull[i];
        for (int i = 0; i < share.length && sum > 0; i++) share[i] /= sum;
        return sum;
    }

    private double[][] logCosts(double[] wage, double[] x) {
        double[][] costs = new double[countries][sectors];
        for (int n = 0; n < countries; n++) {
            double logWage = Math.log(wage[n]);
            double[] bundle = new double[sectors];
            if (world.hasLinks())
                for (int j = 0; j < sectors; j++) {
                    double[] uses = world.inputs()[n][j];
                    double logPrice = x[priceAt(n, j)];
                    for (int k = 0; k < sectors; k++) bundle[k] += uses[k] * logPrice;
                }
            for (int k = 0; k < sectors; k++) {
                double g = world.valueAdded()[n][k];
                costs[n][k] = g * logWage + (1 - g) * bundle[k];
            }
        }
        return costs;
    }

    /** What producers of a country buy of each sector. */
    private double[] inputs(double[] output, int n) {
        double[] bought = new double[sectors];
        if (!world.hasLinks()) return bought;
        double[] spent = new double[sectors];
        for (int k = 0; k < sectors; k++) spent[k] = (1 - world.valueAdded()[n][k]) * output[k];
        for (int j = 0; j < sectors; j++) {
            double[] uses = world.inputs()[n][j];
            for (int k = 0; k < sectors; k++) bought[j] += uses[k] * spent[k];
        }
        return bought;
    }

    /** 1 - (1 - g) sum_j G: g itself, but for the rounding of published input shares. */
    private double[][] earned() {
        double[][] parts = new double[countries][sectors];
        for (int n = 0; n < countries; n++)
            for (int k = 0; k < sectors; k++) {
                double shares = 0;
                for (int j = 0; j < sectors && world.hasLinks(); j++) shares += world.inputs()[n][j][k];
                parts[n][k] = 1 - (1 - world.valueAdded()[n][k]) * shares;
            }
        return parts;
    }

    /** About the inverse elasticity of sales over cost to the wage, from the share of output sold abroad. */
    private double[] speeds() {
        double[] speeds = new double[countries];
        for (int n = 0; n < countries; n++) {
            double all = 0;
            double abroad = 0;
            for (int k = 0; k < sectors; k++) {
                all += base.output[n][k];
                abroad += world.theta()[k] * (base.output[n][k] - world.flows()[k][n][n]);
            }
            speeds[n] = 1 / (1 + Math.max(LEAST_OPEN, abroad / all));
        }
        return speeds;
    }

    private double[] scaled(double[] x) {
        double[] wage = new double[countries];
        double total = 0;
        for (int n = 0; n < countries; n++) {
            wage[n] = Math.exp(x[n]);
            total += wage[n] * base.valueAdded[n];
        }
        for (int n = 0; n < countries; n++) wage[n] *= worldValueAdded / total;
        return wage;
    }

    private int priceAt(int n, int k) {
        return countries + n * sectors + k;
    }

    private int spendingAt(int n, int k) {
        return countries + countries * sectors + n * sectors + k;
    }
}
