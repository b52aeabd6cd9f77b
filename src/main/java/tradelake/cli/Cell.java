package tradelake.cli;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Locale;

/** One value of an answer as text. */
final class Cell {
    private static final double LEAST_PLAIN = 1e-4;

    private Cell() {}

    /** In full, so that reading it back gives the value again; "" for null. */
    static String exact(Object value) {
        if (value == null) return "";
        if (value instanceof Double || value instanceof Float)
            return exactNumber(((Number) value).doubleValue(), value);
        if (value instanceof BigDecimal decimal) return decimal.toPlainString();
        if (value instanceof Timestamp timestamp) return timestamp.toInstant().toString();
        if (value instanceof byte[] bytes) return HexFormat.of().formatHex(bytes);
        return value.toString();
    }

    /**
     * For people: money without cents, shares with four decimals, counts (Long) with thousands marks; an Integer is a year or
     * a code and stays as it is.
     */
    static String rounded(Object value) {
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal)
            return roundedNumber(((Number) value).doubleValue());
        if (value instanceof Long number) return String.format(Locale.ROOT, "%,d", number);
        return exact(value);
    }

    private static String exactNumber(double number, Object value) {
        if (!Double.isFinite(number)) return value.toString();
        boolean plain = number == 0 || Math.abs(number) >= 1e-7 && Math.abs(number) < 1e21;
        return plain ? stripped(new BigDecimal(value.toString())) : value.toString();
    }

    private static String roundedNumber(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number)) return String.valueOf(number);
        if (size >= 1000) return String.format(Locale.ROOT, "%,.0f", number);
        if (size != 0 && size < LEAST_PLAIN) return String.format(Locale.ROOT, "%.2e", number);
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static String stripped(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
