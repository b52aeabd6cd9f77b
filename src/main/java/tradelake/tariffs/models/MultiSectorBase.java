package tradelake.tariffs.models;

/** The base year of the multi-sector model, from its flows: shares, spending, value added, revenue, surpluses. */
public final class MultiSectorBase {
    /** pi[sector][importer][exporter], shares of spending with duty. */
    final double[][][] share;
    /** X[country][sector], with duty. */
    final double[][] spending;
    /** Y[country][sector], before duty. */
    final double[][] output;
    /** a[country][sector]. */
    final double[][] consumption;

    final double[] valueAdded;
    final double[] revenue;
    final double[] surplus;
    final double[] income;
    private int negativeShares;

    MultiSectorBase(MultiSector world) {
        int countries = world.countries().size();
        int sectors = world.sectors().size();
        share = new double[sectors][countries][countries];
        spending = new double[countries][sectors];
        output = new double[countries][sectors];
        consumption = new double[countries][sectors];
        valueAdded = new double[countries];
        revenue = new double[countries];
        surplus = new double[countries];
        income = new double[countries];
        for (int k = 0; k < sectors; k++) for (int n = 0; n < countries; n++) buy(world, k, n);
        for (int n = 0; n < countries; n++) {
            for (int k = 0; k < sectors; k++) valueAdded[n] += world.valueAdded()[n][k] * output[n][k];
            income[n] = valueAdded[n] + revenue[n] - surplus[n];
            consume(world, n);
        }
    }

    /** The world that a solution has led to, as a base; consumption shares stay. */
    MultiSectorBase(MultiSectorBase before, MultiSectorRound.State state) {
        share = state.share();
        spending = state.spending();
        output = state.output();
        consumption = before.consumption;
        negativeShares = before.negativeShares;
        revenue = state.revenue();
        income = state.income();
        valueAdded = before.valueAdded.clone();
        surplus = new double[valueAdded.length];
        for (int n = 0; n < valueAdded.length; n++) {
            valueAdded[n] *= state.wage()[n];
            surplus[n] = valueAdded[n] + revenue[n] - income[n];
        }
    }

    /** How many consumption shares were below nought and have been set to it. */
    public int negativeShares() {
        return negativeShares;
    }

    private void buy(MultiSector world, int k, int n) {
        double[] flows = world.flows()[k][n];
        double[] duties = world.before()[k][n];
        for (int i = 0; i < flows.length; i++) {
            share[k][n][i] = flows[i] * (1 + duties[i]);
            spending[n][k] += share[k][n][i];
            output[i][k] += flows[i];
            revenue[n] += flows[i] * duties[i];
            if (i == n) continue;
            surplus[i] += flows[i];
            surplus[n] -= flows[i];
        }
        for (int i = 0; i < flows.length && spending[n][k] > 0; i++) share[k][n][i] /= spending[n][k];
    }

    private void consume(MultiSector world, int n) {
        double sum = 0;
        for (int j = 0; j < spending[n].length; j++) {
            double left = spending[n][j];
            for (int k = 0; k < spending[n].length; k++)
                if (world.valueAdded()[n][k] < 1)
                    left -= world.inputs()[n][j][k] * (1 - world.valueAdded()[n][k]) * output[n][k];
            double part = left / income[n];
            if (part < 0) negativeShares++;
            consumption[n][j] = Math.max(0, part);
            sum += consumption[n][j];
        }
        for (int j = 0; j < spending[n].length; j++) consumption[n][j] /= sum;
    }
}
