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
 * @param fingerprint of the data of this reporter-year
 */
record EditionYear(ReporterYear place, Optional<HsEdition> edition, String fingerprint) {

    /** @param reporterYears rows of silver.reporter_years */
    static List<EditionYear> of(Dataset<Row> reporterYears) {
        return reporterYears
                .select(Fields.columns(YEAR, REPORTER_CODE, ReporterYears.EDITION, ReporterYears.FINGERPRINT))
                .collectAsList()
                .stream()
                .map(row -> new EditionYear(
                        new ReporterYear(YEAR.in(row), REPORTER_CODE.in(row)),
                        Optional.ofNullable(ReporterYears.EDITION.in(row)).flatMap(HsEdition::parse),
                        ReporterYears.FINGERPRINT.in(row)))
                .toList();
    }

    boolean is(HsEdition other) {
        return edition.filter(other::equals).isPresent();
    }
}
