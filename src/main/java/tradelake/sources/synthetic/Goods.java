package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.reference.HsEdition;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * The goods of the world: real codes first, then as many made-up codes of real chapters as the size asks for, and last two
 * that stand for no good, 999999 and 9999AA.
 */
final class Goods {
    private final List<Good> all;
    private final int traded;
    private final List<Nomenclature> nomenclatures;

    private Goods(List<Good> traded) {
        this.traded = traded.size();
        this.all = new ArrayList<>(traded);
        all.add(Good.plain(
                notSpecified(), Kind.MACHINERY, 0, 0, 0, "999999", "Commodities not specified according to kind"));
        all.add(Good.plain(
                oldPseudo(), Kind.MACHINERY, 0, 0, 0, "9999AA", "Commodities not specified according to kind"));
        this.nomenclatures =
                Stream.of(HsEdition.values()).map(e -> new Nomenclature(e, all)).toList();
    }

    static Goods of(int count, Noise noise) {
        List<Good> goods = new ArrayList<>();
        for (Record row : Embedded.rows("products.csv")) {
            if (goods.size() < count) goods.add(Good.from(row, goods.size()));
        }
        Set<String> taken = new HashSet<>();
        goods.forEach(good -> good.codes().forEach(parts -> parts.forEach(part -> taken.add(part.code()))));
        for (long draw = 0; goods.size() < count; draw++) {
            String code = code(noise, draw);
            if (taken.add(code)) goods.add(invented(goods.size(), code, noise));
        }
        return new Goods(goods);
    }

    /** How many real codes stand at the head of the list. */
    static int real() {
        return Embedded.rows("products.csv").size();
    }

    /** The goods that economies trade. */
    List<Good> traded() {
        return all.subList(0, traded);
    }

    Good at(int index) {
        return all.get(index);
    }

    int notSpecified() {
        return traded;
    }

    int oldPseudo() {
        return traded + 1;
    }

    /** The good that some edition reports under this code, if the world is large enough to have it. */
    Optional<Good> called(String code) {
        return traded().stream().filter(good -> good.isCalled(code)).findFirst();
    }

    Nomenclature in(HsEdition edition) {
        return nomenclatures.get(edition.ordinal());
    }

    /** A real chapter, and four digits of our own. */
    private static String code(Noise noise, long draw) {
        int chapter = 1 + (int) (noise.uniform(Draw.CODE, draw, 0, 0) * 97);
        int heading = 1 + (int) (noise.uniform(Draw.CODE, draw, 1, 0) * 40);
        int last = 10 + 10 * (int) (noise.uniform(Draw.CODE, draw, 2, 0) * 9);
        return String.format(Locale.ROOT, "%02d%02d%02d", chapter == 77 ? 76 : chapter, heading, last);
    }

    private static Good invented(int index, String code, Noise noise) {
        Kind kind = Kind.ofChapter(Integer.parseInt(code.substring(0, 2)));
        double weight = 0.12 * noise.factor(1.2, Draw.WEIGHT, index, 0, 0);
        double trend = 0.02 * noise.normal(Draw.TREND, index, 0, 0);
        double usdPerKg = 5 * noise.factor(1.3, Draw.UNIT_VALUE, index, 0, 0);
        return Good.plain(index, kind, weight, trend, usdPerKg, code, "Goods of code " + code);
    }
}
