package tradelake.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What DuckDB's driver gives for a value, as plain Java: numbers, texts, lists. */
final class DuckValue {
    private DuckValue() {}

    static Object plain(Object value) throws SQLException {
        if (value instanceof BigInteger number)
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
        if (value instanceof OffsetDateTime time) return time.toInstant();
        // A time without a zone: the driver gives it in that of the JVM.
        if (value instanceof Timestamp time) return time.toLocalDateTime();
        if (value instanceof Array array) return list((Object[]) array.getArray());
        if (value instanceof Struct struct) return struct.toString();
        if (value instanceof Blob blob) return blob.getBytes(1, Math.toIntExact(blob.length()));
        return value;
    }

    private static List<Object> list(Object[] elements) throws SQLException {
        List<Object> list = new ArrayList<>();
        for (Object element : elements) list.add(plain(element));
        return list;
    }
}
