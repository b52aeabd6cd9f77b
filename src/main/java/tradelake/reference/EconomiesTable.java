package tradelake.reference;

import static tradelake.reference.Columns.ECONOMY;
import static tradelake.reference.Columns.NAME_EN;
import static tradelake.reference.Columns.NAME_ZH;
import static tradelake.reference.Provenance.CONFIDENCE;
import static tradelake.reference.Provenance.SOURCE;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/** Makes gold.economies: every key once, under the code in use. */
public final class EconomiesTable implements Job {
    public static final Field<Integer> CODE =
            Field.integer("code", "", Text.of("UN Comtrade code in use", "现用的联合国 Comtrade 代码"));
    public static final Field<List<Integer>> CODES = Field.of(
            "codes",
            DataTypes.createArrayType(DataTypes.IntegerType, false),
            "",
            Text.of("All UN Comtrade codes with this key, old ones too", "使用该键的全部 Comtrade 代码，含旧码"));
    public static final Field<String> ISO2 = Field.code(
                    "iso2", Text.of("ISO 3166-1 alpha-2 code, null where there is none", "ISO 3166-1 两位字母代码；没有则为空"))
            .orNull();
    public static final Field<String> NAME_COMTRADE =
            Field.code("name_comtrade", Text.of("English name as UN Comtrade writes it", "联合国 Comtrade 所用英文名称"));
    public static final Field<String> KIND = Field.code(
            "kind",
            Text.of(
                    "economy; historical, no longer in use; residual, no economy is known; group, reports beside its members;"
                            + " world",
                    "economy 经济体；historical 已停用；residual 无法归入经济体；group 与成员并列报告的集团；world 世界"));
    public static final Field<Boolean> IS_REPORTER =
            Field.flag("is_reporter", Text.of("Can report under the code in use", "现用代码可作为报告方"));
    public static final Field<String> REGION = Field.code(
                    "region", Text.of("M49 region, null where there is none", "M49 区域；没有则为空"))
            .orNull();
    public static final Field<String> SUBREGION = Field.code(
                    "subregion", Text.of("M49 sub-region, null where there is none", "M49 次区域；没有则为空"))
            .orNull();
    public static final Field<Boolean> LLDC = Field.flag("lldc", Text.of("Landlocked developing country", "内陆发展中国家"));
    public static final Field<Boolean> SIDS = Field.flag("sids", Text.of("Small island developing state", "小岛屿发展中国家"));

    public static final Table TABLE = Table.named(Layer.GOLD, "economies")
            .meaning(
                    "Economies and what else UN Comtrade lists as reporter or partner, one row a key; several codes can share one.",
                    "经济体及联合国 Comtrade 列出的其他报告方与伙伴，每个代码键一行；多个数字代码可共用一键。")
            .oneRowPer(ECONOMY)
            .measuring(
                    CODE,
                    CODES,
                    ISO2,
                    NAME_COMTRADE,
                    NAME_EN,
                    NAME_ZH,
                    KIND,
                    IS_REPORTER,
                    REGION,
                    SUBREGION,
                    LLDC,
                    SIDS,
                    SOURCE,
                    CONFIDENCE)
            .always("code_in_use_is_listed", "array_contains(codes, code)")
            .always("kind_is_known", "kind IN ('economy', 'historical', 'residual', 'group', 'world')")
            .from("UN Comtrade", "UNSD M49")
            .example(
                    """
                    SELECT economy, name_en, name_zh
                    FROM gold.economies
                    WHERE kind = 'economy' AND subregion = 'South-eastern Asia'
                    ORDER BY economy""")
            .build();

    private final Reference reference;

    public EconomiesTable(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Economies economies = reference.economies();
        return in.of(
                TABLE,
                economies.all().stream()
                        .map(Economy::key)
                        .distinct()
                        .map(key -> economies.byKey(key).orElseThrow())
                        .sorted(Comparator.comparing(Economy::key))
                        .map(this::row)
                        .toList());
    }

    private Row row(Economy economy) {
        return RowFactory.create(
                economy.key(),
                economy.code(),
                codes(economy.key()),
                orNull(economy.iso2()),
                economy.nameComtrade(),
                economy.nameEn(),
                economy.nameZh(),
                economy.kind().label(),
                economy.isReporter(),
                orNull(economy.region()),
                orNull(economy.subregion()),
                economy.lldc(),
                economy.sids(),
                economy.source(),
                economy.confidence());
    }

    private List<Integer> codes(String key) {
        return reference.economies().all().stream()
                .filter(economy -> economy.key().equals(key))
                .map(Economy::code)
                .sorted()
                .toList();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
