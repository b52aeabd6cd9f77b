package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tradelake.reference.HsEdition;

/**
 * A good that is traded, whatever code an edition gives it.
 *
 * @param weight its size among all goods, invented
 * @param trend growth of that size a year, in logarithms
 * @param usdPerKg unit value of 2010, 0 without weight
 * @param itemKg weight of one item, 0 if it is not counted
 * @param codes by ordinal of the edition: the codes that it is reported under, which share its value
 */
record Good(
        int index,
        Kind kind,
        double weight,
        double trend,
        double usdPerKg,
        double itemKg,
        String text,
        List<List<Part>> codes) {

    /** One six-digit code and the share of the good's value under it. */
    record Part(String code, double share) {}

    static Good from(Record row, int index) {
        String itemKg = row.getString("item_kg");
        return new Good(
                index,
                Kind.named(row.getString("kind")),
                row.getDouble("weight"),
                row.getDouble("trend"),
                row.getDouble("usd_per_kg"),
                itemKg.isEmpty() ? 0 : Double.parseDouble(itemKg),
                row.getString("text"),
                codes(row.getString("codes")));
    }

    /** A good that every edition has under the same code. */
    static Good plain(int index, Kind kind, double weight, double trend, double usdPerKg, String code, String text) {
        return new Good(index, kind, weight, trend, usdPerKg, 0, text, codes("H0 " + code));
    }

    /** Comtrade's code of the unit of its quantity: items, kilograms for raw goods, or none beside the weight. */
    int unit() {
        if (itemKg > 0) return 5;
        return kind == Kind.ENERGY || kind == Kind.MINING || kind == Kind.FARM ? 8 : -1;
    }

    boolean isCalled(String code) {
        return codes.stream().flatMap(List::stream).anyMatch(part -> part.code().equals(code));
    }

    /** From {@code H2 854140;H6 854141*0.4|854149*0.6}: what an edition does not name it takes from the one before. */
    private static List<List<Part>> codes(String text) {
        List<List<Part>> codes = new ArrayList<>();
        for (HsEdition edition : HsEdition.values()) {
            List<Part> before = codes.isEmpty() ? List.of() : codes.get(codes.size() - 1);
            codes.add(Stream.of(text.split(";"))
                    .filter(step -> step.startsWith(edition.name()))
                    .findFirst()
                    .map(step -> parts(step.substring(3)))
                    .orElse(before));
        }
        return List.copyOf(codes);
    }

    private static List<Part> parts(String text) {
        return Stream.of(text.split("\\|"))
                .map(part -> part.split("\\*"))
                .map(part -> new Part(part[0], part.length == 1 ? 1 : Double.parseDouble(part[1])))
                .toList();
    }
}
