package tradelake.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Locale;

/** One value of an answer as text. */
final class Cell {
    private static final double LEAST_PLAIN = 1e-4;
    private static final double LEAST_WHOLE = 1000;
    private static final int MOST_DECIMALS = 4;

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
     * For people: money without cents, shares with up to four decimals, counts (Long) with thousands marks; an Integer is a year
     * or a code and stays as it is.
     *
     * @param decimals of numbers below 1,000: those that its column needs, see {@link #decimals}
     */
    static String rounded(Object value, int decimals) {
        if (isMeasure(value)) return roundedNumber(((Number) value).doubleValue(), decimals);
        if (value instanceof Long number) return String.format(Locale.ROOT, "%,d", number);
        return exact(value);
    }

    /** How many decimals a value needs to be shown to four of them, 0 to 4. */
    static int decimals(Object value) {
        if (!isMeasure(value)) return 0;
        double size = Math.abs(((Number) value).doubleValue());
        if (!Double.isFinite(size) || size < LEAST_PLAIN || size >= LEAST_WHOLE) return 0;
        return Math.max(
                0,
                BigDecimal.valueOf(size)
                        .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale());
    }

    private static boolean isMeasure(Object value) {
        return value instanceof Double || value instanceof Float || value instanceof BigDecimal;
    }

    private static String exactNumber(double number, Object value) {
        if (!Double.isFinite(number)) return value.toString();
        boolean plain = number == 0 || Math.abs(number) >= 1e-7 && Math.abs(number) < 1e21;
        return plain ? stripped(new BigDecimal(value.toString())) : value.toString();
    }

    private static String roundedNumber(double number, int decimals) {
        double size = Math.abs(number);
        if (!Double.isFinite(number)) return String.valueOf(number);
        if (size >= LEAST_WHOLE) return String.format(Locale.ROOT, "%,.0f", number);
        if (size != 0 && size < LEAST_PLAIN) return String.format(Locale.ROOT, "%.2e", number);
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    private static String stripped(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
