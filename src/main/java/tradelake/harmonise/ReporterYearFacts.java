package tradelake.harmonise;

import java.util.Optional;
import java.util.SortedSet;

/**
 * What the live releases cover of one reporter and year.
 *
 * @param edition the HS edition used; none when no release holds annual HS rows
 * @param whole whether a whole release counts, not extracts alone
 * @param chapters HS chapters with rows in imports or exports
 * @param partners how many partners have rows in imports or exports
 */
public record ReporterYearFacts(
        int reporter,
        int year,
        Optional<String> edition,
        boolean whole,
        SortedSet<String> chapters,
        int partners,
        Side exports,
        Side imports) {

    /**
     * Exports or imports of a reporter-year.
     *
     * @param present whether any row counts
     * @param value current US dollars: World's TOTAL as published, otherwise the sum of the additive flows
     */
    public record Side(boolean present, double value) {}
}
