package tradelake.sources.synthetic;

import java.util.Locale;

/** Broad kinds of goods: an economy is strong in some of them and so sells more of their products. */
enum Kind {
    ENERGY,
    MINING,
    FARM,
    TEXTILE,
    WOOD,
    CHEMICALS,
    MACHINERY,
    ELECTRONICS,
    VEHICLES;

    static Kind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind of most goods of a chapter of the Harmonised System. */
    static Kind ofChapter(int chapter) {
        if (chapter <= 24) return FARM;
        if (chapter == 27) return ENERGY;
        if (chapter <= 26) return MINING;
        if (chapter <= 40) return CHEMICALS;
        if (chapter >= 44 && chapter <= 49) return WOOD;
        if (chapter <= 67) return TEXTILE;
        if (chapter <= 83) return MINING;
        if (chapter == 85) return ELECTRONICS;
        return chapter >= 86 && chapter <= 89 ? VEHICLES : MACHINERY;
    }
}
