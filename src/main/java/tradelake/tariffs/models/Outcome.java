package tradelake.tariffs.models;

import java.util.List;

/** What a model says that a shock does: the same two lists whichever model it is, so that models stand side by side. */
public interface Outcome {
    /** Trade between two economies; trade of an economy with itself is there where the model has it. */
    List<TradeChange> trade();

    /** Effects on each economy. */
    List<Effect> effects();

    /**
     * A flow before and after.
     *
     * @param product an HS6, a sector, or TOTAL
     * @param before value at the border, in the unit of the input
     */
    record TradeChange(String exporter, String importer, String product, double before, double after) {}

    /**
     * One number about one economy.
     *
     * @param measure such as welfare, real_wage, revenue
     * @param unit fraction, or input for the currency of the input
     */
    record Effect(String economy, String measure, String unit, double value) {
        static final String FRACTION = "fraction";
        static final String INPUT = "input";
    }
}
