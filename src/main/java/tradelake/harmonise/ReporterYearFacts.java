package tradelake.harmonise;

import java.util.Optional;

/**
 * What the live releases cover of one reporter and year.
 *
 * @param edition the HS edition used; none when no release holds HS rows
 * @param whole whether a whole release counts, not extracts alone
 * @param months how many months the rows that count cover, 12 for annual ones
 * @param withoutChapter the larger share, of exports or imports, whose value stands at TOTAL and at no chapter, 0 to 1
 * @param partners how many partners have rows in imports or exports
 */
public record ReporterYearFacts(
        int reporter,
        int year,
        Optional<String> edition,
        boolean whole,
        int months,
        double withoutChapter,
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
