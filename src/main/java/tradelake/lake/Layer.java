package tradelake.lake;

import java.util.Locale;

/** Where a table stands on the way from files to answers. */
public enum Layer {
    BRONZE(Text.of("what arrived", "原始数据")),
    SILVER(Text.of("additive, checked, comparable", "可加、已核对、可比")),
    GOLD(Text.of("answers", "结果表"));

    private final Text meaning;

    Layer(Text meaning) {
        this.meaning = meaning;
    }

    public Text meaning() {
        return meaning;
    }

    /** The schema name in SQL and the folder in the lake. */
    public String schema() {
        return name().toLowerCase(Locale.ROOT);
    }
}
