package tradelake.indicators.yearly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.indicators.measures.Margins;
import tradelake.indicators.measures.TradeIntensity;
import tradelake.lake.Field;
import tradelake.lake.Table;

/**
 * gold.trade_intensity: {@link TradeIntensity} and {@link Margins} of pairs of listed economies. Exports are as the exporter
 * reports them; the partner's weight in the world is its own reported imports in those of all reporters.
 */
final class IntensityTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final List<Field<String>> KEY = List.of(Keys.EXPORTER, Keys.IMPORTER);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.usd("export_usd", "Exports of the pair as the exporter reports", "出口方报告的双边出口额"),
            Keys.fraction("share_of_exports", "In all exports of the exporter", "占出口方出口总额的比重"),
            Keys.ratio(
                    "intensity",
                    "share_of_exports over the importer's share in the world's imports, null where it reports none",
                    "出口份额与进口方占世界进口份额之比；进口方无报告则为空"),
            Keys.ratio("intensity_adjusted", "The same, the world's imports less the exporter's own", "世界进口扣除出口方自身进口"),
            Keys.fraction(
                    "extensive_margin",
                    "Hummels-Klenow: weight of the chapters exported to the partner in all exports to it",
                    "扩展边际：所出口各章在该伙伴全部进口来源中的权重"),
            Keys.fraction("intensive_margin", "Hummels-Klenow: share within those chapters", "集约边际：在这些章内的份额"));
    static final Table TABLE = Keys.table("trade_intensity", KEY, MEASURES)
            .meaning(
                    "Whether listed economies export to each other more than their weight in world trade suggests; pairs that"
                            + " trade only.",
                    "所列经济体之间的出口相对于其世界贸易权重的强度；仅列有贸易的组合。")
            .always("some_trade", "export_usd > 0 AND share_of_exports BETWEEN 0 AND 1 + 1e-9")
            .always(
                    "margins_are_fractions",
                    "extensive_margin BETWEEN 0 AND 1 + 1e-9 AND intensive_margin BETWEEN 0 AND 1 + 1e-9")
            .example(
                    """
                    SELECT importer, export_usd, intensity
                    FROM gold.trade_intensity
                    WHERE exporter = 'VNM' AND year = 2019 AND basis = 'as_reported'
                    ORDER BY intensity DESC LIMIT 10""")
            .build();

    private final Set<String> listed;

    IntensityTable(Set<String> listed) {
        this.listed = new HashSet<>(listed);
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
        double world = OneWay.sum(now.imports().world());
        return listed.stream().sorted().flatMap(importer -> {
            double[] everyonesExports = now.exports().with(importer);
            return now.exporters(listed).stream()
                    .filter(exporter -> !exporter.equals(importer))
                    .map(exporter -> cells(now, exporter, importer, everyonesExports, world))
                    .filter(cells -> cells.values()[0] > 0);
        });
    }

    private static Cells cells(
            YearPanel now, String exporter, String importer, double[] everyonesExports, double world) {
        double[] exported = now.exports().of(exporter, importer);
        double imports = OneWay.sum(now.imports().of(importer));
        TradeIntensity intensity = new TradeIntensity(
                OneWay.sum(exported),
                OneWay.sum(now.exports().of(exporter)),
                imports,
                OneWay.sum(now.imports().of(exporter)),
                world);
        Margins margins = new Margins(exported, everyonesExports);
        return new Cells(
                List.of(exporter, importer),
                intensity.flow(),
                intensity.shareOfExports(),
                imports == 0 ? Double.NaN : intensity.plain(),
                imports == 0 ? Double.NaN : intensity.adjusted(),
                margins.extensive(),
                margins.intensive());
    }
}
