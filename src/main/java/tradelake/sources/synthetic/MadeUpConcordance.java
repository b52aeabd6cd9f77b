package tradelake.sources.synthetic;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tradelake.reference.HsEdition;

/**
 * How the codes of the synthetic world follow each other from one edition to the next: a good that is split has one code in
 * the older edition, so every code leads back to one.
 */
record MadeUpConcordance(Goods goods) {
    static final String CONVERSIONS_HEADER = "from_edition,from_code,to_edition,to_code";
    static final String CORRELATIONS_HEADER = "code.after,code.before,Relationship,adjustment";

    private static final HsEdition[] EDITIONS = HsEdition.values();

    /** Lines of conversions.csv, from newer to older editions. */
    List<String> conversions() {
        return steps((older, newer) -> goods.traded().stream()
                .filter(good -> isIn(good, older))
                .flatMap(good -> codes(good, newer).map(code -> "%s,%s,%s,%s"
                        .formatted(newer, code, older, before(good, code, older).get(0)))));
    }

    /** Lines of correlations.csv. */
    List<String> correlations() {
        return steps((older, newer) -> goods.traded().stream()
                .flatMap(good -> codes(good, newer).flatMap(after -> before(good, after, older).stream()
                        .map(before -> "%s,%s,,%d to %d".formatted(after, before, newer.year(), older.year())))));
    }

    private static List<String> steps(BiFunction<HsEdition, HsEdition, Stream<String>> lines) {
        return IntStream.range(1, EDITIONS.length)
                .boxed()
                .flatMap(newer -> lines.apply(EDITIONS[newer - 1], EDITIONS[newer]))
                .toList();
    }

    /** The code itself where the older edition has it, otherwise all codes of the good. */
    private static List<String> before(Good good, String code, HsEdition older) {
        List<String> codes = codes(good, older).toList();
        return codes.contains(code) ? List.of(code) : codes;
    }

    private static boolean isIn(Good good, HsEdition edition) {
        return !good.codes().get(edition.ordinal()).isEmpty();
    }

    private static Stream<String> codes(Good good, HsEdition edition) {
        return good.codes().get(edition.ordinal()).stream().map(Good.Part::code);
    }
}
