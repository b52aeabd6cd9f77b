package tradelake.harmonise;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.reference.Columns;
import tradelake.sources.ApiField;
import tradelake.sources.ComtradeRows;

/** Published rows on their way through Spark: which columns are read, in which order they come, and how a row is read back. */
final class PublishedRows {
    private static final String CODE_ORDER = "code_order";

    static final StructType PLACE = new StructType()
            .add(Columns.YEAR.name(), DataTypes.IntegerType, false)
            .add(Columns.REPORTER_CODE.name(), DataTypes.IntegerType, false);

    /** By reporter-year, then as {@link PublishedRow#SORT_KEY} says, but for the releases, which {@link RowMerge} ranks. */
    static final Column[] ORDER = {
        Columns.YEAR.col(),
        Columns.REPORTER_CODE.col(),
        field(ApiField.FLOW_CODE),
        field(ApiField.PARTNER_CODE),
        col(CODE_ORDER),
        Columns.RELEASE.col(),
        col(ComtradeRows.LINE)
    };

    private static final ApiField[] FIELDS = {
        ApiField.TYPE_CODE,
        ApiField.FREQ_CODE,
        ApiField.FLOW_CODE,
        ApiField.PARTNER_CODE,
        ApiField.PARTNER2_CODE,
        ApiField.CLASSIFICATION_CODE,
        ApiField.CMD_CODE,
        ApiField.CUSTOMS_CODE,
        ApiField.MOS_CODE,
        ApiField.MOT_CODE,
        ApiField.PRIMARY_VALUE,
        ApiField.CIF_VALUE,
        ApiField.FOB_VALUE,
        ApiField.NET_WGT,
        ApiField.QTY,
        ApiField.QTY_UNIT_CODE,
        ApiField.PERIOD
    };

    // Where the columns stand: every row passes here, so they are not looked up by name.
    private static final int YEAR = 0;
    private static final int REPORTER = 1;
    private static final int RELEASE = 2;
    private static final int LINE = 3;
    private static final int PROBLEM = 4;
    private static final int PROBLEM_MESSAGE = 5;
    private static final int RAW = 6;
    private static final int RAW_LENGTH = 7;
    private static final int RAW_SHA256 = 8;
    private static final int FIRST_FIELD = 9;
    private static final int[] AT = new int[ApiField.values().length];

    static {
        for (int i = 0; i < FIELDS.length; i++) AT[FIELDS[i].ordinal()] = FIRST_FIELD + i;
    }

    private PublishedRows() {}

    /** The place, release, line and problem of a row, then {@link #FIELDS}, then the order of codes. */
    static Column[] columns() {
        Column placeable =
                field(ApiField.REPORTER_CODE).gt(0).and(field(ApiField.REF_YEAR).between(1900, 2100));
        List<Column> columns = new ArrayList<>(List.of(
                Columns.YEAR.as(coalesce(when(placeable, field(ApiField.REF_YEAR)), lit(0))),
                Columns.REPORTER_CODE.as(coalesce(when(placeable, field(ApiField.REPORTER_CODE)), lit(0))),
                Columns.RELEASE.col(),
                col(ComtradeRows.LINE),
                col(ComtradeRows.PROBLEM),
                col(ComtradeRows.PROBLEM_MESSAGE),
                col(ComtradeRows.RAW),
                col(ComtradeRows.RAW_LENGTH),
                col(ComtradeRows.RAW_SHA256)));
        for (ApiField field : FIELDS) columns.add(field(field));
        columns.add(when(field(ApiField.CMD_CODE).equalTo(HsCode.TOTAL), "")
                .otherwise(field(ApiField.CMD_CODE))
                .as(CODE_ORDER));
        return columns.toArray(Column[]::new);
    }

    /** All rows of these places, and some others: what a reader can leave out early. */
    static Column ofPlaces(Set<ReporterYear> places) {
        if (places.stream().anyMatch(place -> place.reporter() == 0)) return lit(true);
        Object[] years = places.stream().map(ReporterYear::year).distinct().toArray();
        Object[] reporters =
                places.stream().map(ReporterYear::reporter).distinct().toArray();
        return field(ApiField.REF_YEAR)
                .isin(years)
                .and(field(ApiField.REPORTER_CODE).isin(reporters));
    }

    static ReporterYear place(Row row) {
        return new ReporterYear(row.getInt(YEAR), row.getInt(REPORTER));
    }

    static String release(Row row) {
        return row.getString(RELEASE);
    }

    static boolean hasProblem(Row row) {
        return !row.isNullAt(PROBLEM);
    }

    /** A row that its reader could not make sense of; {@code value} is NaN where it cannot be read. */
    record Refused(
            long line, String reason, String message, String raw, long rawLength, String rawSha256, double value) {}

    static Refused refused(Row row) {
        return new Refused(
                row.getLong(LINE),
                row.getString(PROBLEM),
                row.getString(PROBLEM_MESSAGE),
                row.getString(RAW),
                row.getLong(RAW_LENGTH),
                row.getString(RAW_SHA256),
                value(row));
    }

    /** @param rank of the row's release among those of its reporter-year */
    static PublishedRow read(Row row, int rank) {
        return new PublishedRow(
                rank,
                row.getLong(LINE),
                text(row, ApiField.TYPE_CODE),
                text(row, ApiField.FREQ_CODE),
                row.getInt(REPORTER),
                row.getInt(YEAR),
                month(row),
                text(row, ApiField.FLOW_CODE),
                number(row, ApiField.PARTNER_CODE),
                number(row, ApiField.PARTNER2_CODE),
                text(row, ApiField.CLASSIFICATION_CODE),
                text(row, ApiField.CMD_CODE),
                text(row, ApiField.CUSTOMS_CODE),
                text(row, ApiField.MOS_CODE),
                number(row, ApiField.MOT_CODE),
                value(row),
                measure(row, ApiField.CIF_VALUE),
                measure(row, ApiField.FOB_VALUE),
                measure(row, ApiField.NET_WGT),
                measure(row, ApiField.QTY),
                (Integer) row.get(AT[ApiField.QTY_UNIT_CODE.ordinal()]));
    }

    /** Of the period, which the first pass went by too; rows without a month in it were refused. */
    private static int month(Row row) {
        boolean monthly = "M".equals(text(row, ApiField.FREQ_CODE));
        return monthly ? ReleaseIndex.month(text(row, ApiField.PERIOD)) : PublishedRow.ALL_YEAR;
    }

    private static String text(Row row, ApiField field) {
        return row.getString(AT[field.ordinal()]);
    }

    private static int number(Row row, ApiField field) {
        return row.getInt(AT[field.ordinal()]);
    }

    private static Double measure(Row row, ApiField field) {
        return (Double) row.get(AT[field.ordinal()]);
    }

    private static double value(Row row) {
        Double value = measure(row, ApiField.PRIMARY_VALUE);
        return value == null ? Double.NaN : value;
    }

    private static Column field(ApiField field) {
        return col(field.apiName());
    }
}
