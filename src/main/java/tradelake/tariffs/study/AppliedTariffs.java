package tradelake.tariffs.study;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;
import static tradelake.tariffs.study.ImportCells.REPORTED;
import static tradelake.tariffs.study.TariffColumns.ADDITIONAL_RATE;
import static tradelake.tariffs.study.TariffColumns.BASE_RATE;
import static tradelake.tariffs.study.TariffColumns.DATE;
import static tradelake.tariffs.study.TariffColumns.HS6;
import static tradelake.tariffs.study.TariffColumns.IMPORT_VALUE;
import static tradelake.tariffs.study.TariffColumns.RATE_BEFORE;
import static tradelake.tariffs.study.TariffColumns.SCENARIO;
import static tradelake.tariffs.study.TariffColumns.STRUCK_DOWN_RATE;
import static tradelake.tariffs.study.TariffColumns.TOTAL_RATE;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Flows;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Reference;
import tradelake.tariffs.schedule.Rate;

/**
 * Makes gold.applied_tariffs: the rate on every HS6 that an importer of a scenario buys from an exporter. Each task rates the
 * trade it holds; nothing is gathered.
 */
public final class AppliedTariffs implements Job {
    public static final Field<Integer> IMPORT_YEAR =
            Field.integer("import_year", "", Text.of("Year of the imports", "进口额所属年份"));
    public static final Field<String> IMPORT_SOURCE = Field.code(
            "import_source",
            Text.of(
                    "importer, or exporters where the importer reports nothing",
                    "importer 进口方；进口方无报告时为 exporters 各出口方"));
    public static final Field<String> MEASURES =
            Field.code("measures", Text.of("What each layer of measures adds, may be empty", "各层措施所加税率，可为空"));

    public static final Table TABLE = Table.named(Layer.GOLD, "applied_tariffs")
            .meaning(
                    "Duties by exporter and HS6 on the day of a scenario, for importers whose tariffs the scenario is about, traded"
                            + " goods only. IEEPA parts of United States rates (struck_down_rate) were struck down on 20"
                            + " February 2026.",
                    "情景当日各出口方各 HS6 商品的适用关税，仅列情景所涉进口方及有贸易的商品。美国税率中的 IEEPA 部分（struck_down_rate）于 2026 年 2 月 20 日被判无效。")
            .oneRowPer(SCENARIO, DATE, IMPORTER, EXPORTER, HS_EDITION, HS6)
            .measuring(
                    BASE_RATE,
                    ADDITIONAL_RATE,
                    TOTAL_RATE,
                    STRUCK_DOWN_RATE,
                    RATE_BEFORE,
                    MEASURES,
                    IMPORT_VALUE,
                    IMPORT_YEAR,
                    IMPORT_SOURCE)
            .always("two_economies", "importer <> exporter")
            .always("some_imports", "import_value_usd > 0")
            .always("total_is_both", "abs(total_rate - base_rate - additional_rate) <= 1e-9 * (1 + abs(total_rate))")
            .always("no_subsidy", "total_rate >= 0 AND rate_before >= 0")
            .always("known_source", "import_source IN ('importer', 'exporters')")
            .from("UN Comtrade", "conf/tariffs", "conf/scenarios")
            .example(
                    """
                    SELECT exporter, hs6, base_rate, additional_rate, measures
                    FROM gold.applied_tariffs
                    WHERE importer = 'USA'
                    ORDER BY total_rate DESC LIMIT 10""")
            .build();

    private static final String BY_IMPORTER = "importer";

    private final Study study;
    private final Reference reference;

    public AppliedTariffs(Study study, Reference reference) {
        this.study = study;
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(Flows.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + study.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        List<Case> cases = Case.of(study, reference);
        if (cases.isEmpty()) return in.of(TABLE, List.of());
        SortedSet<String> importers = cases.stream().map(Case::importer).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> years = cases.stream().map(Case::baseYear).collect(Collectors.toSet());
        ImportCells.Found found = new ImportCells(reference, in).of(importers, years);
        return found.cells().flatMap(rated(cases, found, study.importScale()), Encoders.row(TABLE.schema()));
    }

    private static FlatMapFunction<Row, Row> rated(List<Case> cases, ImportCells.Found found, double scale) {
        Map<String, Map<Integer, List<Case>>> byImporterAndYear = new TreeMap<>();
        for (Case one : cases)
            if (found.years().containsKey(one.importer()))
                byImporterAndYear
                        .computeIfAbsent(one.importer(), importer -> new TreeMap<>())
                        .computeIfAbsent(
                                ImportCells.nearest(found.years().get(one.importer()), one.baseYear()),
                                year -> new ArrayList<>())
                        .add(one);
        return row -> byImporterAndYear.get(IMPORTER.in(row)).getOrDefault(YEAR.in(row), List.of()).stream()
                .map(one -> row(one, row, scale))
                .iterator();
    }

    private static Row row(Case one, Row cell, double scale) {
        Rate rate = one.after(EXPORTER.in(cell), HS6.in(cell));
        boolean reported = REPORTED.in(cell);
        return RowFactory.create(
                one.scenario(),
                Date.valueOf(one.day()),
                one.importer(),
                EXPORTER.in(cell),
                ImportCells.EDITION.name(),
                HS6.in(cell),
                rate.base(),
                rate.additional(),
                rate.total(),
                rate.struckDown(),
                one.before(EXPORTER.in(cell), HS6.in(cell)).total(),
                rate.measures(),
                VALUE_USD.in(cell) * (reported ? scale : 1),
                YEAR.in(cell),
                reported ? BY_IMPORTER : "exporters");
    }

    /** Whether the imports of a row are the importer's own report. */
    static boolean isReported(Row row) {
        return IMPORT_SOURCE.in(row).equals(BY_IMPORTER);
    }
}
