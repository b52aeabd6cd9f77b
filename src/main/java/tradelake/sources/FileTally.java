package tradelake.sources;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of one file while it is read. */
final class FileTally {
    private static final DatasetTally UNPLACED = new DatasetTally(0, 0, 0);

    private record Key(int reporter, int year, long classification) {}

    private final Map<Key, DatasetTally> datasets = new HashMap<>();
    private final ExactSum value = new ExactSum();
    private DatasetTally current = UNPLACED;
    private long rows;
    private long rowsWithProblem;
    private long rowsWithoutValue;
    private boolean cutOff;
    private boolean synthetic;

    /** Adds all rows that are left. */
    void addAll(RowCursor cursor) throws IOException {
        while (cursor.next()) add(cursor);
    }

    private void add(RowCursor row) {
        if (rows++ == 0) synthetic = SyntheticMark.isIn(row);
        cutOff = row.cutOff();
        if (!row.usable()) rowsWithProblem++;
        double dollars = row.doubleOf(ApiField.PRIMARY_VALUE);
        if (Double.isNaN(dollars)) rowsWithoutValue++;
        else value.add(dollars);
        dataset(row).add(row);
    }

    private DatasetTally dataset(RowCursor row) {
        int reporter = row.intOf(ApiField.REPORTER_CODE);
        int year = row.intOf(ApiField.REF_YEAR);
        if (!RowCheck.isPlaceable(reporter, year)) return dataset(0, 0, 0);
        long classification = row.packedOf(ApiField.CLASSIFICATION_CODE);
        boolean isKnown = row.usable() || RowCheck.isClassification(classification);
        return dataset(reporter, year, isKnown ? classification : 0);
    }

    private DatasetTally dataset(int reporter, int year, long classification) {
        if (current != UNPLACED && current.isOf(reporter, year, classification)) return current;
        Key key = new Key(reporter, year, classification);
        current = datasets.computeIfAbsent(key, none -> new DatasetTally(reporter, year, classification));
        return current;
    }

    /** Whether the last row ends in the middle, and with it the file. */
    boolean isCutOff() {
        return cutOff;
    }

    boolean synthetic() {
        return synthetic;
    }

    long rows() {
        return rows;
    }

    long rowsWithProblem() {
        return rowsWithProblem;
    }

    long rowsWithoutValue() {
        return rowsWithoutValue;
    }

    BigDecimal value() {
        return value.total();
    }

    List<DatasetFacts> datasets() {
        return datasets.values().stream()
                .map(DatasetTally::facts)
                .sorted(comparingInt(DatasetFacts::reporter)
                        .thenComparingInt(DatasetFacts::year)
                        .thenComparing(comparing(DatasetFacts::classification)))
                .toList();
    }
}
