package tradelake.tariffs.models;

/**
 * One round of the one-sector model: from wages to prices, shares, spending and sales, and from sales to wages. A wage moves
 * by the logarithm of sales over output, divided by about the elasticity of that ratio to the wage.
 */
final class OneSectorRound implements FixedPoint.Round {
    private static final double LEAST_OPEN = 0.02;

    private final OneSector world;
    private final OneSectorBase base;
    /** pi (d T1/T0)^-theta, and T1. */
    private final double[][] weight;

    private final double[][] duty;
    private final double worldOutput;

    /** The world at given wages; sales are what the rest of the world and home buy from each. */
    record State(
            OneSectorBase base, double[] wage, double[] price, double[][] share, double[] spending, double[] sales) {}

    OneSectorRound(OneSector world) {
        this.world = world;
        this.base = new OneSectorBase(world);
        this.worldOutput = base.worldOutput();
        int n = base.output.length;
        weight = new double[n][n];
        duty = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                duty[i][j] = 1 + world.after()[i][j];
                double cost = world.tradeCosts()[i][j] * duty[i][j] / (1 + world.before()[i][j]);
                weight[i][j] = base.share[i][j] == 0 ? 0 : base.share[i][j] * Math.pow(cost, -world.theta());
            }
    }

    @Override
    public void apply(double[] logWages, double[] next) {
        State state = at(logWages);
        double sold = 0;
        for (double sales : state.sales) sold += sales;
        for (int i = 0; i < next.length; i++) {
            double output = state.wage[i] * base.output[i];
            double atHome = state.share[i][i] * state.spending[i] / duty[i][i] / output;
            double speed = 1 / ((1 + world.theta()) * Math.max(LEAST_OPEN, 1 - atHome));
            next[i] = Math.log(state.wage[i]) + speed * Math.log(state.sales[i] / output * worldOutput / sold);
        }
    }

    /** The world at wages of which only the ratios count: they are scaled to keep world output. */
    State at(double[] logWages) {
        double[] wage = scaled(logWages);
        int n = wage.length;
        double[] cost = new double[n];
        for (int i = 0; i < n; i++) cost[i] = Math.pow(wage[i], -world.theta());
        double[][] share = new double[n][n];
        double[] price = new double[n];
        double[] beforeDuty = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                share[i][j] = weight[i][j] * cost[i];
                price[j] += share[i][j];
            }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                share[i][j] /= price[j];
                beforeDuty[j] += share[i][j] / duty[i][j];
            }
        double[] spending = new double[n];
        for (int j = 0; j < n; j++) {
            spending[j] = spending(j, wage[j] * base.output[j], beforeDuty[j]);
            price[j] = Math.pow(price[j], -1 / world.theta());
        }
        return new State(base, wage, price, share, spending, sales(share, spending));
    }

    private double[] sales(double[][] share, double[] spending) {
        double[] sales = new double[spending.length];
        for (int i = 0; i < sales.length; i++)
            for (int j = 0; j < sales.length; j++) sales[i] += share[i][j] * spending[j] / duty[i][j];
        return sales;
    }

    private double spending(int j, double output, double beforeDuty) {
        return switch (world.closure()) {
            case ADDITIVE -> (output + base.deficit[j]) / beforeDuty;
            case BALANCED -> output / beforeDuty;
            case MULTIPLICATIVE -> {
                double x = base.spending[j] / (base.output[j] + base.revenue[j]);
                yield x * output / (1 - x * (1 - beforeDuty));
            }
        };
    }

    private double[] scaled(double[] logWages) {
        double[] wage = new double[logWages.length];
        double total = 0;
        for (int i = 0; i < wage.length; i++) {
            wage[i] = Math.exp(logWages[i]);
            total += wage[i] * base.output[i];
        }
        for (int i = 0; i < wage.length; i++) wage[i] *= worldOutput / total;
        return wage;
    }
}
