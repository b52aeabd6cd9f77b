package tradelake.harmonise;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.reference.Columns;
import tradelake.sources.ApiField;
import tradelake.sources.ComtradeRows;

/** Published rows on their way through Spark: which columns are read, in which order they come, and how a row is read back. */
final class PublishedRows {
    private static final String RANK_COLUMN = "rank";
    private static final String CODE_ORDER = "code_order";

    static final StructType PLACE = new StructType()
            .add(Columns.YEAR.name(), DataTypes.IntegerType, false)
            .add(Columns.REPORTER_CODE.name(), DataTypes.IntegerType, false);
    static final StructType RANK = new StructType()
            .add(Columns.RELEASE.name(), DataTypes.StringType, false)
            .add(RANK_COLUMN, DataTypes.IntegerType, false);

    /** By reporter-year, then as {@link PublishedRow#SORT_KEY} says. */
    static final Column[] ORDER = {
        Columns.YEAR.col(),
        Columns.REPORTER_CODE.col(),
        field(ApiField.FLOW_CODE),
        field(ApiField.PARTNER_CODE),
        col(CODE_ORDER),
        col(RANK_COLUMN),
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
        ApiField.QTY_UNIT_CODE
    };

    private PublishedRows() {}

    /** Year, reporter, rank, line, problem columns, release, then {@link #FIELDS}, then the order of codes. */
    static Column[] columns() {
        Column placeable =
                field(ApiField.REPORTER_CODE).gt(0).and(field(ApiField.REF_YEAR).between(1900, 2100));
        Column[] columns = new Column[10 + FIELDS.length];
        columns[0] = Columns.YEAR.as(coalesce(when(placeable, field(ApiField.REF_YEAR)), lit(0)));
        columns[1] = Columns.REPORTER_CODE.as(coalesce(when(placeable, field(ApiField.REPORTER_CODE)), lit(0)));
        columns[2] = col(RANK_COLUMN);
        columns[3] = col(ComtradeRows.LINE);
        columns[4] = col(ComtradeRows.PROBLEM);
        columns[5] = col(ComtradeRows.PROBLEM_MESSAGE);
        columns[6] = col(ComtradeRows.RAW);
        columns[7] = col(ComtradeRows.RAW_LENGTH);
        columns[8] = col(ComtradeRows.RAW_SHA256);
        for (int i = 0; i < FIELDS.length; i++) columns[9 + i] = field(FIELDS[i]);
        columns[9 + FIELDS.length] = when(field(ApiField.CMD_CODE).equalTo(HsCode.TOTAL), "")
                .otherwise(field(ApiField.CMD_CODE))
                .as(CODE_ORDER);
        return columns;
    }

    static ReporterYear place(Row row) {
        return new ReporterYear(row.getInt(0), row.getInt(1));
    }

    static int rank(Row row) {
        return row.getInt(2);
    }

    static boolean hasProblem(Row row) {
        return !row.isNullAt(4);
    }

    /** A row that its reader could not make sense of; {@code value} is NaN where it cannot be read. */
    record Refused(
            long line, String reason, String message, String raw, long rawLength, String rawSha256, double value) {}

    static Refused refused(Row row) {
        return new Refused(
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.isNullAt(19) ? Double.NaN : row.getDouble(19));
    }

    static PublishedRow read(Row row) {
        return new PublishedRow(
                row.getInt(2),
                row.getLong(3),
                row.getString(9),
                row.getString(10),
                row.getInt(1),
                row.getInt(0),
                row.getString(11),
                row.getInt(12),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getInt(18),
                row.isNullAt(19) ? Double.NaN : row.getDouble(19),
                (Double) row.get(20),
                (Double) row.get(21),
                (Double) row.get(22),
                (Double) row.get(23),
                (Integer) row.get(24));
    }

    private static Column field(ApiField field) {
        return col(field.apiName());
    }
}
