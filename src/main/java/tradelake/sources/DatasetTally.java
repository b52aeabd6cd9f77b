package tradelake.sources;

import static java.util.stream.Collectors.toList;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts the rows of one dataset while a file is read. */
final class DatasetTally {
    private static final Optional<Boolean> NO = Optional.of(false);

    private final int reporter;
    private final int year;
    private final long classification;
    private final CodeSet periods = new CodeSet();
    private final CodeSet frequencies = new CodeSet();
    private final CodeSet flows = new CodeSet();
    private final BitSet chapters = new BitSet(100);
    private boolean hasTotal;
    private boolean isConverted;
    private long rows;

    DatasetTally(int reporter, int year, long classification) {
        this.reporter = reporter;
        this.year = year;
        this.classification = classification;
    }

    boolean isOf(int otherReporter, int otherYear, long otherClassification) {
        return reporter == otherReporter && year == otherYear && classification == otherClassification;
    }

    void add(RowCursor row) {
        rows++;
        periods.add(row.packedOf(ApiField.PERIOD));
        frequencies.add(row.packedOf(ApiField.FREQ_CODE));
        flows.add(row.packedOf(ApiField.FLOW_CODE));
        addCommodity(row.packedOf(ApiField.CMD_CODE));
        if (!isConverted)
            isConverted = row.booleanOf(ApiField.IS_ORIGINAL_CLASSIFICATION).equals(NO);
    }

    private void addCommodity(long code) {
        int chapter = CommodityCode.chapter(code);
        if (chapter >= 0) chapters.set(chapter);
        else if (code == CommodityCode.TOTAL) hasTotal = true;
    }

    DatasetFacts facts() {
        List<String> twoDigits = chapters.stream()
                .mapToObj(chapter -> String.format(Locale.ROOT, "%02d", chapter))
                .collect(toList());
        return new DatasetFacts(
                reporter,
                year,
                Slice.unpacked(classification),
                rows,
                periods.texts(),
                frequencies.texts(),
                twoDigits,
                hasTotal,
                flows.texts(),
                !isConverted);
    }
}
