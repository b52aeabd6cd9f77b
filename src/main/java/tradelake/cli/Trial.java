package tradelake.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was done to a refresh, how it met that, and what the lake held after the refresh that followed.
 *
 * @param kills runs that were killed
 * @param asPromised whether the disturbed run, and the one that followed, ended as they should
 * @param repair seconds of the run that followed
 * @param tables each beside that of an undisturbed lake
 */
record Trial(String fault, int kills, String met, boolean asPromised, double repair, List<TableDifference> tables) {

    boolean isSound() {
        return asPromised && tables.stream().allMatch(TableDifference::isNone);
    }

    long sum(ToLongFunction<TableDifference> rows) {
        return tables.stream().mapToLong(rows).sum();
    }

    @Override
    public String toString() {
        Optional<String> example =
                tables.stream().flatMap(table -> table.example().stream()).findFirst();
        return String.format(
                        Locale.ROOT,
                        "%s: %s; repaired in %.1f s: of %,d rows in %d tables %d lost, %d surplus, %d changed%s",
                        fault,
                        met,
                        repair,
                        sum(TableDifference::rows),
                        tables.size(),
                        sum(TableDifference::lost),
                        sum(TableDifference::surplus),
                        sum(TableDifference::changed),
                        example.map(" - "::concat).orElse(""))
                + (isSound() ? "" : " - NOT AS PROMISED");
    }
}
