package tradelake.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tradelake.lake.BadInput;

/**
 * One factor of a term: a column as it is, a function of it, or {@code i(column, ref=level)}, an indicator for each of its
 * levels but the reference. A column of texts is always taken as indicators.
 */
record Atom(Optional<Function> function, String column, Optional<String> reference) {
    private static final Pattern CALL =
            Pattern.compile("(\\w+)\\(\\s*(" + Formula.NAME + ")\\s*(?:,\\s*ref\\s*=\\s*([^()]+?)\\s*)?\\)");

    /** What may be done to a column. */
    enum Function {
        log(Math::log),
        log1p(Math::log1p),
        exp(Math::exp),
        i(DoubleUnaryOperator.identity());

        private final DoubleUnaryOperator of;

        Function(DoubleUnaryOperator of) {
            this.of = of;
        }
    }

    static Atom parse(String text) {
        if (Formula.NAME.matcher(text).matches()) return new Atom(Optional.empty(), text, Optional.empty());
        Matcher call = CALL.matcher(text);
        if (!call.matches())
            throw new BadInput("Cannot read '%s' in the formula: write a column's name, %s or i(column, ref=level)."
                    .formatted(text, "log(column), log1p(column), exp(column)"));
        Function function = Arrays.stream(Function.values())
                .filter(known -> known.name().equals(call.group(1)))
                .findAny()
                .orElseThrow(() -> new BadInput("Unknown function '%s' in the formula: there are log, log1p, exp and i."
                        .formatted(call.group(1))));
        return new Atom(Optional.of(function), call.group(2), Optional.ofNullable(call.group(3)));
    }

    boolean isCategorical() {
        return function.filter(Function.i::equals).isPresent();
    }

    double[] numbers(Frame frame) {
        double[] values = frame.numbers(column);
        if (function.isEmpty()) return values;
        return Arrays.stream(values).map(function.get().of).toArray();
    }

    /** The columns of the design that it stands for. */
    List<Regressor> in(Frame frame) {
        if (isOneColumn(frame)) return List.of(new Regressor(toString(), numbers(frame)));
        Factor factor = frame.factor(column);
        Levels levels = factor.levels();
        return IntStream.range(0, levels.size())
                .filter(code -> !reference.equals(Optional.of(levels.name(code))))
                .mapToObj(code -> new Regressor(column + "::" + levels.name(code), indicator(factor.codes(), code)))
                .toList();
    }

    private boolean isOneColumn(Frame frame) {
        return !isCategorical() && frame.isNumeric(column);
    }

    /** How many columns that are. */
    long width(Frame frame) {
        return isOneColumn(frame) ? 1 : frame.factor(column).size() - (reference.isPresent() ? 1 : 0);
    }

    /** A reference that does not occur is a mistake. */
    void check(Frame frame) {
        reference.ifPresent(level -> refuseUnknown(level, frame.factor(column).levels()));
    }

    private void refuseUnknown(String level, Levels levels) {
        if (IntStream.range(0, levels.size())
                .noneMatch(code -> levels.name(code).equals(level)))
            throw new BadInput(
                    "Column '%s' has no level '%s' to refer to: name one that occurs.".formatted(column, level));
    }

    private static double[] indicator(int[] codes, int level) {
        return Arrays.stream(codes)
                .mapToDouble(code -> code == Factor.MISSING ? Double.NaN : code == level ? 1 : 0)
                .toArray();
    }

    @Override
    public String toString() {
        return function.map(f -> f + "(" + column
                        + reference.map(level -> ", ref=" + level).orElse("") + ")")
                .orElse(column);
    }
}
