package tradelake.indicators.yearly;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.indicators.Basis;
import tradelake.lake.Field;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Work;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.reference.Group;
import tradelake.reference.HsChapter;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/**
 * Makes the gold tables of indicators: the flows by chapter of each year, and of the year before, are brought together once,
 * one task a year, and every {@link YearlyIndicator} takes its rows from that. Only reporters whose data cover all goods
 * take part: an economy of which the lake holds one chapter is not specialised in it.
 */
public final class YearlyIndicators implements Work {
    private static final Field<Boolean> BEFORE = Field.flag("before", Text.of("Of the year before", "属于上一年"));
    private static final Field<Integer> TABLE = Field.integer("table", "", Text.of("Which table", "表序号"));
    private static final Field<List<String>> KEY = Field.of(
            "key_parts", DataTypes.createArrayType(DataTypes.StringType), "", Text.of("Parts of the key", "键"));
    private static final Field<List<Double>> NUMBERS =
            Field.of("numbers", DataTypes.createArrayType(DataTypes.DoubleType), "", Text.of("The numbers", "数值"));
    private static final StructType CELLS = Fields.schema(YEAR, BASIS, TABLE, KEY, NUMBERS);

    private final Reference reference;
    private final Set<String> listed;
    private final List<String> groups;
    private final LocalDate fixedOn;
    private final List<YearlyIndicator> indicators;

    /**
     * @param listed economies of which tables of pairs list both sides
     * @param groups whose introversion is shown, by id
     * @param fixedOn the members of a group on this day are its members in every year
     */
    public YearlyIndicators(Reference reference, List<String> listed, List<String> groups, LocalDate fixedOn) {
        this.reference = reference;
        this.listed = new TreeSet<>(listed);
        this.groups = List.copyOf(groups);
        this.fixedOn = fixedOn;
        this.indicators = List.of(
                new AdvantageTable(),
                new IntensityTable(this.listed),
                StructureTables.complementarity(this.listed),
                StructureTables.similarity(this.listed),
                new IntraIndustryTable(this.listed),
                new ConcentrationTable(),
                new IntroversionTable(members(groups)),
                new ComplexityTable(),
                new GrowthTable());
    }

    @Override
    public String name() {
        return "gold.indicators";
    }

    @Override
    public List<Table> outputs() {
        return indicators.stream().map(YearlyIndicator::table).toList();
    }

    @Override
    public List<Table> inputs() {
        return List.of(ProductFlows.TABLE, ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + listed + groups + fixedOn;
    }

    @Override
    public void perform(RunningWork run) {
        run.sharing(
                cells(run),
                cells -> indicators.forEach(indicator -> run.overwrite(indicator.table(), rows(indicator, cells))));
    }

    /** The rows of one table. */
    Dataset<Row> rows(YearlyIndicator indicator, Dataset<Row> cells) {
        List<Column> columns = new ArrayList<>(List.of(YEAR.col(), BASIS.col()));
        for (Field<String> part : indicator.key())
            columns.add(part.as(element_at(KEY.col(), indicator.key().indexOf(part) + 1)));
        for (Field<Double> measure : indicator.measures()) {
            Column number = element_at(NUMBERS.col(), indicator.measures().indexOf(measure) + 1);
            Column isFinite = abs(number).lt(Double.POSITIVE_INFINITY);
            columns.add(measure.as(when(isFinite, number)));
        }
        return cells.filter(TABLE.col().equalTo(indicators.indexOf(indicator))).select(columns.toArray(Column[]::new));
    }

    List<YearlyIndicator> indicators() {
        return indicators;
    }

    /** The rows of all tables: one task a year. */
    Dataset<Row> cells(Tables in) {
        return flows(in)
                .groupByKey((MapFunction<Row, Integer>) row -> YEAR.in(row), Encoders.INT())
                .flatMapGroups(ofEachYear(), Encoders.row(CELLS));
    }

    private FlatMapGroupsFunction<Integer, Row, Row> ofEachYear() {
        List<YearlyIndicator> made = indicators;
        List<String> chapters =
                reference.products().chapters().stream().map(HsChapter::code).toList();
        TreeSet<String> economies = new TreeSet<>(economies());
        return (year, rows) -> {
            Panels panels = new Panels(chapters, economies);
            rows.forEachRemaining(row -> panels.add(
                    BEFORE.in(row),
                    FLOW.in(row),
                    REPORTER.in(row),
                    PARTNER.in(row),
                    PRODUCT.in(row),
                    VALUE_USD.in(row),
                    FILLED.in(row)));
            return Panels.BASES.stream()
                    .flatMap(basis -> cells(year, basis, panels, made))
                    .iterator();
        };
    }

    private static Stream<Row> cells(int year, Basis basis, Panels panels, List<YearlyIndicator> indicators) {
        YearPanel now = panels.of(basis, false), before = panels.of(basis, true);
        return Stream.iterate(0, i -> i < indicators.size(), i -> i + 1).flatMap(i -> indicators
                .get(i)
                .of(now, before)
                .map(cells ->
                        RowFactory.create(year, basis.label(), i, cells.key().toArray(String[]::new), cells.values())));
    }

    /** Chapters' flows of reporters that cover all goods, each under its year and as the year before of the next. */
    private Dataset<Row> flows(Tables in) {
        Dataset<Row> covered =
                new Datasets(new EconomyKeys(reference.economies())).coveringAllGoods(reference.products(), in);
        Column whoSays = when(FILLED.col(), PARTNER.of("flow")).otherwise(REPORTER.of("flow"));
        Dataset<Row> flows = in.read(ProductFlows.TABLE)
                .filter(PRODUCT_LEVEL.col().equalTo(ProductLevel.CHAPTER.label()))
                .as("flow")
                .join(
                        broadcast(covered).as("covered"),
                        YEAR.of("flow")
                                .equalTo(YEAR.of("covered"))
                                .and(REPORTER.of("covered").equalTo(whoSays)),
                        "left_semi");
        Column year = struct(YEAR.as(YEAR.col()), BEFORE.as(false));
        Column next = struct(YEAR.as(YEAR.col().plus(1)), BEFORE.as(true));
        return flows.select(
                FLOW.col(),
                REPORTER.col(),
                PARTNER.col(),
                PRODUCT.col(),
                VALUE_USD.col(),
                FILLED.col(),
                inline(array(year, next)));
    }

    private SortedSet<String> economies() {
        return reference.economies().all().stream()
                .filter(economy -> economy.kind() == EconomyKind.ECONOMY)
                .map(Economy::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedMap<String, Set<String>> members(List<String> groups) {
        SortedMap<String, Set<String>> members = new TreeMap<>();
        for (String id : groups) {
            Group group = reference.groups().named(id);
            members.put(id, group.membersOn(fixedOn));
        }
        return members;
    }
}
