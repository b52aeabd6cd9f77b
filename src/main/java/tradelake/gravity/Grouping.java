package tradelake.gravity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;

/**
 * How rows are grouped, for a fixed effect or for clusters: {@code exporter^year}, directed; {@code symmetric(exporter,
 * importer)} puts both directions of a pair into one group.
 */
public record Grouping(List<String> columns, boolean symmetric) {
    private static final Pattern SYMMETRIC = Pattern.compile("symmetric\\(\\s*([^,()]+?)\\s*,\\s*([^,()]+?)\\s*\\)");

    /** Groupings with {@code +} between them; none in an empty text. */
    public static List<Grouping> parse(String text) {
        if (text.isBlank()) return List.of();
        return Formula.split(text, '+').stream().map(Grouping::one).toList();
    }

    private static Grouping one(String text) {
        Matcher symmetric = SYMMETRIC.matcher(text);
        if (symmetric.matches()) return new Grouping(List.of(symmetric.group(1), symmetric.group(2)), true);
        List<String> columns =
                Arrays.stream(text.split("\\^", -1)).map(String::strip).toList();
        for (String column : columns)
            if (!Formula.NAME.matcher(column).matches())
                throw new BadInput(
                        "Cannot read the grouping '%s': write column, column^column or symmetric(column, column)."
                                .formatted(text));
        return new Grouping(columns, false);
    }

    Factor in(Frame frame) {
        List<Factor> factors = columns.stream().map(frame::factor).toList();
        if (symmetric) return factors.get(0).symmetric(factors.get(1));
        return factors.stream().reduce(Factor::cross).orElseThrow();
    }

    Set<String> names() {
        return new LinkedHashSet<>(columns);
    }

    @Override
    public String toString() {
        return symmetric ? "symmetric(" + String.join(",", columns) + ")" : String.join("^", columns);
    }
}
