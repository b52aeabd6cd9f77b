package tradelake.tariffs.study;

import java.util.stream.Stream;
import tradelake.tariffs.models.Outcome;

/** A model set up on the trade and the rates of a scenario, to be solved as often as numbers are drawn. */
interface Trial {
    /** As the tables name it. */
    String closure();

    /** Whether each product is solved by itself. */
    boolean isByProduct();

    /** One outcome, or one for each product; solved as the stream is read. */
    Stream<Outcome> solve(Sample sample);
}
