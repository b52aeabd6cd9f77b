package tradelake.gravity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tradelake.lake.BadInput;

/**
 * What explains what: {@code y ~ x1 + log(x2) + i(period, ref=5):treat | exporter^year + importer^year + exporter^importer}.
 * Right of the bar stand the fixed effects; without any there is a constant, {@code _cons}.
 */
public record Formula(Atom response, List<Term> terms, List<Grouping> effects) {
    static final Pattern NAME = Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_.]*");

    private static final String FORM = "write it as y ~ x1 + x2 | effect1 + effect2^effect3";

    public static Formula parse(String text) {
        List<String> sides = split(text, '~');
        if (sides.size() != 2) throw new BadInput("Cannot read the formula '%s': %s.".formatted(text, FORM));
        List<String> right = split(sides.get(1), '|');
        if (right.size() > 2) throw new BadInput("The formula '%s' has more than one bar: %s.".formatted(text, FORM));
        Atom response = Atom.parse(sides.get(0));
        if (response.isCategorical())
            throw new BadInput("The left side of '%s' is not a number: %s.".formatted(text, FORM));
        return new Formula(response, terms(right.get(0)), right.size() == 2 ? Grouping.parse(right.get(1)) : List.of());
    }

    private static List<Term> terms(String text) {
        if (text.isBlank() || text.strip().equals("1")) return List.of();
        return split(text, '+').stream().map(Term::parse).toList();
    }

    /** The columns that it names. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(Set.of(response.column()));
        terms.forEach(term -> term.atoms().forEach(atom -> columns.add(atom.column())));
        effects.forEach(effect -> columns.addAll(effect.names()));
        return columns;
    }

    /** The parts between separators that stand outside brackets. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == separator && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    @Override
    public String toString() {
        String right = terms.isEmpty() ? "1" : joined(terms.stream(), " + ");
        return response + " ~ " + right + (effects.isEmpty() ? "" : " | " + joined(effects.stream(), " + "));
    }

    private static String joined(Stream<?> parts, String between) {
        return String.join(between, parts.map(Object::toString).toList());
    }
}
