package tradelake.harmonise;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.lake.Field;
import tradelake.lake.Finding;
import tradelake.lake.Table;
import tradelake.reference.Columns;
import tradelake.sources.ExactSum;

/**
 * What the stream of reporter-years says, as one wide Spark row a verdict: a row for silver.flows, for one of the other silver
 * tables, a reporter-year's summary, or a finding. One pass over the published rows feeds all tables.
 */
final class Verdicts {
    private static final String RECORD = "record";
    private static final String EXACT = "exact_usd";
    private static final String FLOW = Flows.TABLE.name();
    private static final String TOTAL = PublishedTotals.TABLE.name();
    private static final String SET_ASIDE = SetAside.TABLE.name();
    private static final String REFUSED = Quarantine.TABLE.name();
    private static final String YEAR = ReporterYears.TABLE.name();
    private static final String FINDING = "finding";
    private static final String WITHOUT_CHAPTER = "without_chapter";

    static final StructType SCHEMA = new StructType()
            .add(RECORD, DataTypes.StringType, false)
            .add(Columns.YEAR.name(), DataTypes.IntegerType)
            .add(Columns.REPORTER_CODE.name(), DataTypes.IntegerType)
            .add(Columns.FLOW.name(), DataTypes.StringType)
            .add(Columns.PARTNER_CODE.name(), DataTypes.IntegerType)
            .add(Columns.HS_EDITION.name(), DataTypes.StringType)
            .add(Columns.HS_CODE.name(), DataTypes.StringType)
            .add(Columns.HS_LEVEL.name(), DataTypes.IntegerType)
            .add(Flows.RESIDUAL.name(), DataTypes.BooleanType)
            .add(Flows.OF_WHICH.name(), DataTypes.BooleanType)
            .add(Flows.SUMMED.name(), DataTypes.BooleanType)
            .add(Flows.MONTHS.name(), DataTypes.IntegerType)
            .add(Columns.VALUE_USD.name(), DataTypes.DoubleType)
            .add(Flows.FOB.name(), DataTypes.DoubleType)
            .add(Flows.CIF.name(), DataTypes.DoubleType)
            .add(Flows.NET_WEIGHT.name(), DataTypes.DoubleType)
            .add(Flows.QUANTITY.name(), DataTypes.DoubleType)
            .add(Flows.QUANTITY_UNIT.name(), DataTypes.IntegerType)
            .add(Columns.RELEASE.name(), DataTypes.StringType)
            .add(Quarantine.LINE.name(), DataTypes.LongType)
            .add(Quarantine.REASON.name(), DataTypes.StringType)
            .add(Quarantine.MESSAGE.name(), DataTypes.StringType)
            .add(Quarantine.RAW.name(), DataTypes.StringType)
            .add(Quarantine.RAW_LENGTH.name(), DataTypes.LongType)
            .add(Quarantine.RAW_SHA256.name(), DataTypes.StringType)
            .add(Columns.ROWS.name(), DataTypes.LongType)
            .add(EXACT, Columns.EXACT_VALUE_USD.type())
            .add(ReporterYears.WHOLE.name(), DataTypes.BooleanType)
            .add(ReporterYears.HAS_X.name(), DataTypes.BooleanType)
            .add(ReporterYears.HAS_M.name(), DataTypes.BooleanType)
            .add(ReporterYears.PARTNERS.name(), DataTypes.IntegerType)
            .add(ReporterYears.VALUE_X.name(), DataTypes.DoubleType)
            .add(ReporterYears.VALUE_M.name(), DataTypes.DoubleType)
            .add(WITHOUT_CHAPTER, DataTypes.DoubleType);

    private Verdicts() {}

    /** What the stream says of a reporter-year. */
    record Year(
            ReporterYear place,
            Optional<String> edition,
            boolean whole,
            int months,
            boolean hasX,
            boolean hasM,
            int partners,
            double valueX,
            double valueM,
            double withoutChapter) {}

    /** What a row of silver.flows is beside what was published. */
    record Role(boolean residual, boolean ofWhich, int months) {}

    static Row flow(PublishedRow row, String release, Role role) {
        return new Wide(FLOW, row.year(), row.reporter())
                .set(Columns.FLOW, row.flow())
                .set(Columns.PARTNER_CODE, row.partner())
                .set(Columns.HS_EDITION, row.classification())
                .set(Columns.HS_CODE, row.code())
                .set(Columns.HS_LEVEL, row.level())
                .set(Flows.RESIDUAL, role.residual())
                .set(Flows.OF_WHICH, role.ofWhich())
                .set(Flows.SUMMED, row.isSum() && !role.residual())
                .set(Flows.MONTHS, role.months())
                .set(Columns.VALUE_USD, row.value())
                .set(Flows.FOB, row.fob())
                .set(Flows.CIF, row.cif())
                .set(Flows.NET_WEIGHT, row.netWeight())
                .set(Flows.QUANTITY, row.quantity())
                .set(Flows.QUANTITY_UNIT, row.quantityUnit())
                .set(Columns.RELEASE, release)
                .row();
    }

    static Row total(PublishedRow row, String release) {
        return new Wide(TOTAL, row.year(), row.reporter())
                .set(Columns.FLOW, row.flow())
                .set(Columns.PARTNER_CODE, row.partner())
                .set(Columns.HS_EDITION, row.classification())
                .set(Columns.HS_CODE, row.code())
                .set(Columns.HS_LEVEL, row.level())
                .set(Flows.SUMMED, row.isSum())
                .set(Columns.VALUE_USD, row.value())
                .set(Columns.RELEASE, release)
                .row();
    }

    static Row setAside(ReporterYear place, String release, Tally.Entry entry) {
        return new Wide(SET_ASIDE, place.year(), place.reporter())
                .set(Columns.RELEASE, release)
                .set(SetAside.REASON, entry.reason().key())
                .set(Columns.ROWS, entry.rows())
                .set(EXACT, entry.dollars())
                .row();
    }

    /** A row that its reader could not make sense of. */
    static Row refused(ReporterYear place, PublishedRows.Refused row, String release) {
        return new Wide(REFUSED, place.year(), place.reporter())
                .set(Columns.RELEASE, release)
                .set(Quarantine.LINE, row.line())
                .set(Quarantine.REASON, row.reason())
                .set(Quarantine.MESSAGE, row.message())
                .set(Quarantine.RAW, row.raw())
                .set(Quarantine.RAW_LENGTH, row.rawLength())
                .set(Quarantine.RAW_SHA256, row.rawSha256())
                .set(EXACT, exactOrNull(row.value()))
                .row();
    }

    private static BigDecimal exactOrNull(double dollars) {
        return Double.isNaN(dollars) ? null : ExactSum.exactly(dollars);
    }

    static Row year(ReporterYear place, ReporterYearFacts facts) {
        return new Wide(YEAR, place.year(), place.reporter())
                .set(Columns.HS_EDITION, facts.edition().orElse(null))
                .set(ReporterYears.WHOLE, facts.whole())
                .set(Flows.MONTHS, facts.months())
                .set(ReporterYears.HAS_X, facts.exports().present())
                .set(ReporterYears.HAS_M, facts.imports().present())
                .set(ReporterYears.PARTNERS, facts.partners())
                .set(ReporterYears.VALUE_X, facts.exports().value())
                .set(ReporterYears.VALUE_M, facts.imports().value())
                .set(WITHOUT_CHAPTER, facts.withoutChapter())
                .row();
    }

    static Row finding(ReporterYear place, Finding finding) {
        return new Wide(FINDING, place.year(), place.reporter())
                .set(Quarantine.REASON, finding.kind())
                .set(Quarantine.MESSAGE, finding.message())
                .set(Columns.ROWS, finding.rows())
                .row();
    }

    /** The verdicts that are rows of a table, as that table's columns. */
    static Dataset<Row> of(Table table, Dataset<Row> verdicts) {
        Column[] columns = table.fields().stream()
                .map(field -> isExact(field) ? col(EXACT).as(field.name()) : field.col())
                .toArray(Column[]::new);
        return verdicts.filter(col(RECORD).equalTo(table.name())).select(columns);
    }

    private static boolean isExact(Field<?> field) {
        return field.type().equals(Columns.EXACT_VALUE_USD.type());
    }

    static List<Year> years(Dataset<Row> verdicts) {
        return verdicts.filter(col(RECORD).equalTo(YEAR)).collectAsList().stream()
                .map(row -> new Year(
                        new ReporterYear(Columns.YEAR.in(row), Columns.REPORTER_CODE.in(row)),
                        Optional.ofNullable(Columns.HS_EDITION.in(row)),
                        ReporterYears.WHOLE.in(row),
                        Flows.MONTHS.in(row),
                        ReporterYears.HAS_X.in(row),
                        ReporterYears.HAS_M.in(row),
                        ReporterYears.PARTNERS.in(row),
                        ReporterYears.VALUE_X.in(row),
                        ReporterYears.VALUE_M.in(row),
                        row.getDouble(SCHEMA.fieldIndex(WITHOUT_CHAPTER))))
                .toList();
    }

    static List<Finding> findings(Dataset<Row> verdicts) {
        return verdicts.filter(col(RECORD).equalTo(FINDING)).collectAsList().stream()
                .map(row -> new Finding(Quarantine.REASON.in(row), Quarantine.MESSAGE.in(row), Columns.ROWS.in(row)))
                .toList();
    }

    /** A row under construction; what is not set is null. */
    private static final class Wide {
        private final Object[] values = new Object[SCHEMA.length()];

        Wide(String record, int year, int reporter) {
            values[0] = record;
            values[1] = year;
            values[2] = reporter;
        }

        Wide set(Field<?> field, Object value) {
            return set(field.name(), value);
        }

        Wide set(String name, Object value) {
            values[SCHEMA.fieldIndex(name)] = value;
            return this;
        }

        Row row() {
            return RowFactory.create(values);
        }
    }
}
