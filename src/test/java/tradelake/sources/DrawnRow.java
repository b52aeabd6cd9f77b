package tradelake.sources;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A row taken off a cursor: the fields that are there, typed, and its problem. */
record DrawnRow(long line, Map<ApiField, Object> fields, Optional<Problem> problem) {
    static DrawnRow of(RowCursor cursor) {
        Map<ApiField, Object> fields = new EnumMap<>(ApiField.class);
        for (ApiField field : ApiField.values()) value(cursor, field).ifPresent(value -> fields.put(field, value));
        return new DrawnRow(cursor.line(), fields, cursor.problem());
    }

    private static Optional<Object> value(RowCursor cursor, ApiField field) {
        return switch (field.type()) {
            case INT -> Optional.<Object>of(cursor.intOf(field)).filter(number -> !number.equals(RowCursor.NO_INT));
            case DOUBLE -> Optional.<Object>of(cursor.doubleOf(field)).filter(number -> !number.equals(Double.NaN));
            case BOOLEAN -> cursor.booleanOf(field).map(flag -> (Object) flag);
            case STRING -> Optional.<Object>of(cursor.textOf(field)).filter(text -> !text.equals(""));
        };
    }

    Object get(ApiField field) {
        return fields.get(field);
    }

    /** The problem's reason; "" where there is none. */
    String reason() {
        return problem.map(Problem::reason).orElse("");
    }

    String message() {
        return problem.map(Problem::message).orElse("");
    }
}
