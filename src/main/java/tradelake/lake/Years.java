package tradelake.lake;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Calendar years from first to last, both included.
 *
 * @param from first year
 * @param to last year, not before the first
 */
public record Years(int from, int to) implements Serializable {
    private static final Pattern FORM = Pattern.compile("\\s*(\\d{4})\\s*(?:[-\u2013]\\s*(\\d{4})\\s*)?");

    public Years {
        if (from > to) {
            throw new BadInput(
                    "Cannot use the years %d-%d: the first comes after the last; turn them round.".formatted(from, to));
        }
    }

    /** Reads "2010-2024", or "2013" for one year. */
    public static Years parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadInput("Cannot read the years \"%s\": write them as 2010-2024 or 2013.".formatted(text));
        }
        int from = Integer.parseInt(form.group(1));
        return new Years(from, form.group(2) == null ? from : Integer.parseInt(form.group(2)));
    }

    public boolean contains(int year) {
        return from <= year && year <= to;
    }

    public int count() {
        return to - from + 1;
    }

    public IntStream stream() {
        return IntStream.rangeClosed(from, to);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
