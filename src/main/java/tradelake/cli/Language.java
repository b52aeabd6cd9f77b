package tradelake.cli;

import java.util.Map;
import tradelake.lake.Text;

/** A language in which the tables are described. */
enum Language {
    EN,
    ZH;

    /** Units in Chinese; a unit that is missing here fails the test that writes the pages. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("base year = 100", "基年 = 100"),
            Map.entry("bytes", "字节"),
            Map.entry("count", "个"),
            Map.entry("current USD", "现价美元"),
            Map.entry("current USD, CIF", "现价美元，到岸价"),
            Map.entry("current USD, FOB", "现价美元，离岸价"),
            Map.entry("digits", "位"),
            Map.entry("economies", "个经济体"),
            Map.entry("fraction", "小数"),
            Map.entry("km", "公里"),
            Map.entry("kg", "千克"),
            Map.entry("log points", "对数点"),
            Map.entry("milliseconds since 1970", "自 1970 年起的毫秒数"),
            Map.entry("months", "月"),
            Map.entry("pairs", "对"),
            Map.entry("partners", "个伙伴"),
            Map.entry("quantity_unit", "见 quantity_unit"),
            Map.entry("ratio", "比率"),
            Map.entry("rows", "行"),
            Map.entry("see unit", "见 unit"),
            Map.entry("times", "倍"),
            Map.entry("years", "年"));

    String of(Text text) {
        return this == EN ? text.en() : text.zh();
    }

    String of(String en, String zh) {
        return of(Text.of(en, zh));
    }

    String unit(String unit) {
        if (!UNITS.containsKey(unit)) throw new IllegalStateException("No Chinese for the unit " + unit);
        return of(unit, UNITS.get(unit));
    }
}
