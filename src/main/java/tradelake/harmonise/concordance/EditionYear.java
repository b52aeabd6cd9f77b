package tradelake.harmonise.concordance;

import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ReporterYear;
import tradelake.harmonise.ReporterYears;
import tradelake.reference.HsEdition;

/**
 * The edition that a reporter used in a year.
 *
 * @param edition none where no row is of the Harmonized System
 * @param whole whether there are not only extracts
 * @param months that the data cover
 * @param fingerprint of the data of this reporter-year
 */
record EditionYear(ReporterYear place, Optional<HsEdition> edition, boolean whole, int months, String fingerprint) {

    private static final int LONGEST_GAP = 2;

    /** @param reporterYears rows of silver.reporter_years */
    static List<EditionYear> of(Dataset<Row> reporterYears) {
        return reporterYears
                .select(Fields.columns(
                        YEAR,
                        REPORTER_CODE,
                        ReporterYears.EDITION,
                        ReporterYears.WHOLE,
                        ReporterYears.MONTHS,
                        ReporterYears.FINGERPRINT))
                .collectAsList()
                .stream()
                .map(row -> new EditionYear(
                        new ReporterYear(YEAR.in(row), REPORTER_CODE.in(row)),
                        Optional.ofNullable(ReporterYears.EDITION.in(row)).flatMap(HsEdition::parse),
                        ReporterYears.WHOLE.in(row),
                        ReporterYears.MONTHS.in(row),
                        ReporterYears.FINGERPRINT.in(row)))
                .toList();
    }

    boolean is(HsEdition other) {
        return edition.filter(other::equals).isPresent();
    }

    /** Whether this year may tell how the codes of an earlier one were split: not long after, and as much of a year. */
    boolean canFollow(EditionYear earlier) {
        int gap = place.year() - earlier.place.year();
        return gap > 0 && gap <= LONGEST_GAP && whole && earlier.whole && months == earlier.months;
    }
}
