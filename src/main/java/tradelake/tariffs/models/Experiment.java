package tradelake.tariffs.models;

/**
 * Base trade, a tariff shock, elasticities and a closure, ready to be solved by one of the four models. All tariffs are
 * fractions of the value at the border (0.05 is five per cent), and all trade is valued there, before the duty.
 */
public interface Experiment {
    /**
     * Solves the model.
     *
     * @throws tradelake.lake.CheckFailed if it does not converge; the message holds the residual
     */
    Outcome solve();
}
