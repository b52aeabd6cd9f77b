package tradelake.indicators.yearly;

import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.List;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The columns that yearly tables share, and what all their declarations say. */
final class Keys {
    static final Field<String> EXPORTER =
            Field.code("exporter", Text.of("ISO 3166-1 alpha-3 key of the exporting economy", "出口方代码"));
    static final Field<String> IMPORTER =
            Field.code("importer", Text.of("ISO 3166-1 alpha-3 key of the importing economy", "进口方代码"));

    private Keys() {}

    static Table.Builder table(String name, List<Field<String>> key, List<Field<Double>> measures) {
        List<Field<?>> all = new ArrayList<>(List.of(YEAR, BASIS));
        all.addAll(key);
        return Table.named(Layer.GOLD, name)
                .oneRowPer(all.toArray(Field<?>[]::new))
                .measuring(measures.toArray(Field<?>[]::new))
                .from("UN Comtrade");
    }

    static Field<Double> ratio(String name, String en, String zh) {
        return Field.measure(name, "ratio", Text.of(en, zh)).orNull();
    }

    static Field<Double> fraction(String name, String en, String zh) {
        return Field.fraction(name, Text.of(en, zh)).orNull();
    }

    static Field<Double> usd(String name, String en, String zh) {
        return Field.measure(name, "current USD", Text.of(en, zh)).orNull();
    }
}
