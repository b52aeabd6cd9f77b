package tradelake.indicators.yearly;

import static tradelake.reference.Columns.GROUP_ID;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradelake.indicators.measures.RegionalIntensity;
import tradelake.lake.Field;
import tradelake.lake.Table;

/**
 * gold.introversion: {@link RegionalIntensity} of groups, members of one day in every year. Both directions are as exporters
 * report, so that what the region imports from itself is what it exports to itself.
 */
final class IntroversionTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final List<Field<String>> KEY = List.of(GROUP_ID);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.usd("intra_exports_usd", "What reporting members export to members", "成员对成员的出口额"),
            Keys.fraction("share_of_exports", "I / X", "占成员出口的比重"),
            Keys.fraction("share_of_imports", "I / M, imports as exporters report them", "占成员进口的比重（按出口方报告）"),
            Keys.fraction("share_of_trade", "2I / (X + M), as ARIC has it", "2I /（X＋M），同 ARIC 定义"),
            Keys.ratio("intensity", "share_of_trade over the group's weight in world trade", "份额与集团占世界贸易权重之比"),
            Keys.ratio(
                    "homogeneous_intensity",
                    "Members' share with members over outsiders' share with members",
                    "成员与集团贸易份额对外部经济体与集团贸易份额之比"),
            Keys.ratio(
                    "extra_intensity",
                    "The same for trade with outsiders, null where outsiders trade with the group alone",
                    "对外部贸易的同一比率；外部仅与集团贸易则为空"),
            Keys.ratio(
                    "introversion",
                    "(homogeneous - extra) / (homogeneous + extra), -1 to 1, 0 neutral",
                    "内向指数，-1 至 1，0 为中性"));
    static final Table TABLE = Keys.table("introversion", KEY, MEASURES)
            .meaning(
                    "How inward-looking groups are, beside how large they are (Iapadre), as exporters report; members of one day.",
                    "各集团贸易的内向程度与规模之比（Iapadre 指数），按出口方报告、固定成员。")
            .always(
                    "shares_are_fractions",
                    "share_of_exports BETWEEN 0 AND 1 + 1e-9 AND share_of_imports BETWEEN 0 AND 1 + 1e-9")
            .always("introversion_is_bounded", "introversion IS NULL OR introversion BETWEEN -1 - 1e-9 AND 1 + 1e-9")
            .example(
                    """
                    SELECT group_id, share_of_trade, introversion
                    FROM gold.introversion
                    WHERE year = 2019 AND basis = 'as_reported'
                    ORDER BY introversion DESC""")
            .build();

    private final TreeMap<String, Set<String>> groups;

    IntroversionTable(SortedMap<String, Set<String>> groups) {
        this.groups = new TreeMap<>(groups);
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public List<Field<String>> key() {
        return KEY;
    }

    @Override
    public List<Field<Double>> measures() {
        return MEASURES;
    }

    @Override
    public Stream<Cells> of(YearPanel now, YearPanel before) {
        double world = OneWay.sum(now.exports().world());
        return groups.entrySet().stream()
                .map(group -> cells(group.getKey(), region(now, group.getValue(), world)))
                .filter(cells -> cells.values()[0] > 0);
    }

    private static RegionalIntensity region(YearPanel now, Set<String> members, double world) {
        double intra = 0, exports = 0, imports = 0;
        for (String exporter : now.exports().reporters()) {
            if (members.contains(exporter)) exports += OneWay.sum(now.exports().of(exporter));
            for (var flow : now.exports().partners(exporter).entrySet()) {
                if (!members.contains(flow.getKey())) continue;
                imports += OneWay.sum(flow.getValue());
                if (members.contains(exporter)) intra += OneWay.sum(flow.getValue());
            }
        }
        return new RegionalIntensity(intra, exports, imports, world);
    }

    private static Cells cells(String group, RegionalIntensity region) {
        return new Cells(
                List.of(group),
                region.intra(),
                region.exportShare(),
                region.importShare(),
                region.tradeShare(),
                region.intensity(),
                region.homogeneous(),
                region.extra(),
                region.introversion());
    }
}
