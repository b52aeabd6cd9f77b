package tradelake.sources;

import java.util.List;

/**
 * What one file holds of one dataset. Rows whose reporter or year cannot be read are those of reporter 0, year 0.
 *
 * @param reporter Comtrade code
 * @param year of the trade
 * @param classification {@code H0} to {@code H6} and others, "" where it cannot be read
 * @param rows all of them, those with a problem too
 * @param periods yyyy or yyyymm, sorted
 * @param frequencies {@code A}, {@code M}, sorted
 * @param chapters the two digits with which its commodity codes begin, sorted
 * @param hasTotal whether it has the commodity TOTAL
 * @param flows {@code M}, {@code X} and others, sorted
 * @param isOriginalClassification false when a row says that UNSD converted it
 */
public record DatasetFacts(
        int reporter,
        int year,
        String classification,
        long rows,
        List<String> periods,
        List<String> frequencies,
        List<String> chapters,
        boolean hasTotal,
        List<String> flows,
        boolean isOriginalClassification) {}
