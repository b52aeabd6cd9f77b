package tradelake.sources.synthetic;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import tradelake.reference.HsEdition;

/** The codes of one edition in their order, and where each good is found among them. */
final class Nomenclature {
    private final String[] codes;
    private final String[] headings;
    private final String[] chapters;
    private final Good[] goods;
    private final int[][] places;
    private final double[][] shares;

    Nomenclature(HsEdition edition, List<Good> all) {
        TreeMap<String, Good> byCode = new TreeMap<>();
        for (Good good : all) {
            for (Good.Part part : good.codes().get(edition.ordinal())) {
                if (byCode.put(part.code(), good) != null) {
                    throw new IllegalStateException("Two goods have the code " + part.code() + " in " + edition);
                }
            }
        }
        codes = byCode.keySet().toArray(String[]::new);
        goods = byCode.values().toArray(Good[]::new);
        headings = new String[codes.length];
        chapters = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            headings[i] = codes[i].substring(0, 4);
            chapters[i] = codes[i].substring(0, 2);
        }
        places = new int[all.size()][];
        shares = new double[all.size()][];
        List<String> order = List.copyOf(byCode.keySet());
        for (Good good : all) {
            List<Good.Part> parts = good.codes().get(edition.ordinal());
            places[good.index()] = parts.stream()
                    .mapToInt(part -> Collections.binarySearch(order, part.code()))
                    .toArray();
            shares[good.index()] = parts.stream().mapToDouble(Good.Part::share).toArray();
        }
    }

    /** The places of a good's codes; none where the edition has no code for it. */
    int[] places(int good) {
        return places[good];
    }

    double[] shares(int good) {
        return shares[good];
    }

    String code(int place) {
        return codes[place];
    }

    String heading(int place) {
        return headings[place];
    }

    String chapter(int place) {
        return chapters[place];
    }

    Good good(int place) {
        return goods[place];
    }
}
