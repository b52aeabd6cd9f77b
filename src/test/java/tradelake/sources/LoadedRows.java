package tradelake.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The rows of a file as the next step sees them: the fields that decide what a row is, and its value and amounts. */
public record LoadedRows(List<String> rows) {
    private static final List<ApiField> CANONICAL = List.of(
            ApiField.TYPE_CODE,
            ApiField.FREQ_CODE,
            ApiField.REF_PERIOD_ID,
            ApiField.REF_YEAR,
            ApiField.REF_MONTH,
            ApiField.REPORTER_CODE,
            ApiField.FLOW_CODE,
            ApiField.PARTNER_CODE,
            ApiField.PARTNER2_CODE,
            ApiField.CLASSIFICATION_CODE,
            ApiField.CMD_CODE,
            ApiField.CUSTOMS_CODE,
            ApiField.MOS_CODE,
            ApiField.MOT_CODE,
            ApiField.PRIMARY_VALUE,
            ApiField.NET_WGT,
            ApiField.QTY,
            ApiField.QTY_UNIT_CODE);

    public static LoadedRows of(Path file) {
        List<String> rows = new ArrayList<>();
        SourceFile source = new SourceFile(file.toUri().toString(), "", 0);
        try (ReleaseReading reading = ReleaseReading.open(source, new Configuration())) {
            while (reading.next()) rows.add(row(reading.cursor()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LoadedRows(rows);
    }

    private static String row(RowCursor cursor) {
        return Stream.concat(
                        CANONICAL.stream().map(field -> typed(cursor, field)),
                        cursor.problem().stream().map(Problem::reason))
                .collect(Collectors.joining(" "));
    }

    private static String typed(RowCursor cursor, ApiField field) {
        return switch (field.type()) {
            case INT -> "" + cursor.intOf(field);
            case DOUBLE -> "" + cursor.doubleOf(field);
            case BOOLEAN -> "" + cursor.booleanOf(field);
            case STRING -> cursor.textOf(field);
        };
    }
}
