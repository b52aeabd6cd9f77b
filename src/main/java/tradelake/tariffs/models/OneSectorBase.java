package tradelake.tariffs.models;

/** The base year of the one-sector model, from its flows: output, spending, revenue, deficits and shares. */
final class OneSectorBase {
    final double[] output;
    final double[] spending;
    final double[] revenue;
    /** Spending less income, additive. */
    final double[] deficit;
    /** pi[exporter][importer]. */
    final double[][] share;

    OneSectorBase(OneSector world) {
        int n = world.flows().length;
        output = new double[n];
        spending = new double[n];
        revenue = new double[n];
        deficit = new double[n];
        share = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double flow = world.flows()[i][j];
                output[i] += flow;
                spending[j] += flow * (1 + world.before()[i][j]);
                revenue[j] += flow * world.before()[i][j];
            }
        for (int j = 0; j < n; j++) {
            deficit[j] = spending[j] - output[j] - revenue[j];
            for (int i = 0; i < n; i++) share[i][j] = world.flows()[i][j] * (1 + world.before()[i][j]) / spending[j];
        }
    }

    double worldOutput() {
        double sum = 0;
        for (double y : output) sum += y;
        return sum;
    }
}
