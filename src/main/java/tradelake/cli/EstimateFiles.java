package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tradelake.gravity.EffectValues;
import tradelake.gravity.Fate;
import tradelake.gravity.PpmlFit;

/** What a fit leaves beside its answer: a CSV file of rows, one of fixed effects. */
final class EstimateFiles {
    private EstimateFiles() {}

    static void rows(PpmlFit fit, Path file) {
        List<Fate> fates = fit.fates();
        double[] fitted = fit.fitted();
        write(
                file,
                out -> out.write(
                        List.of(Heading.number("row"), Heading.text("fate"), Heading.number("fitted")),
                        () -> IntStream.range(0, fitted.length)
                                .mapToObj(row -> new Object[] {
                                    row + 1, fates.get(row).name(), Double.isNaN(fitted[row]) ? null : fitted[row]
                                })
                                .iterator()));
    }

    static void effects(PpmlFit fit, Path file) {
        List<EffectValues> effects = EffectValues.of(fit);
        write(
                file,
                out -> out.write(
                        List.of(Heading.text("effect"), Heading.text("level"), Heading.number("value")),
                        () -> effects.stream()
                                .flatMap(effect -> IntStream.range(0, effect.values().length)
                                        .mapToObj(level -> new Object[] {
                                            effect.name(), effect.levels().name(level), effect.values()[level]
                                        }))
                                .iterator()));
    }

    private static void write(Path file, Consumer<RowsOut> rows) {
        TextFile.write(file, out -> rows.accept(new CsvOut(out)));
    }
}
