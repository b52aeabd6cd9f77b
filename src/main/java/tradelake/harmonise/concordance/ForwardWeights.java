package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.not;
import static tradelake.harmonise.Flows.OF_WHICH;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.HsEdition;

/**
 * Finds the reporters that changed from an older edition to the common one, or to a newer one that leads back to it, and
 * estimates {@link SwitchWeights} from their last whole year before and their first after, at most two years later and of as
 * many months. A reporter's sums are made in one task; nothing but sums travels.
 */
record ForwardWeights(CommonEdition common, PublishedTables published, List<EditionYear> years) {
    private static final Field<Boolean> AFTER = Field.flag("after", Text.of("After the change of editions", "版本变更之后"));

    /**
     * Two years of one reporter.
     *
     * @param before the last whole one of the older edition
     */
    record Change(EditionYear before, EditionYear after) {}

    /** Older editions that some reporter-year uses. */
    List<HsEdition> olderEditions() {
        return years.stream()
                .flatMap(year -> year.edition().stream())
                .filter(edition -> edition.compareTo(common.edition()) < 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** Empty where tables of correlation are missing. If no reporter was seen to change, only codes with one target go on. */
    Optional<SwitchWeights.Estimate> estimate(HsEdition from, Tables in) {
        return published.forwards(from, common.edition()).map(correlation -> {
            SwitchWeights none = new SwitchWeights(correlation);
            return parts(correlation, changes(from), in).stream()
                    .map(Tuple2::_2)
                    .reduce(none, SwitchWeights::merge)
                    .estimate();
        });
    }

    /** Sums by reporter, in their order. */
    private List<Tuple2<Integer, SwitchWeights>> parts(Correlation correlation, List<Change> changes, Tables in) {
        if (changes.isEmpty()) return List.of();
        List<Tuple2<Integer, SwitchWeights>> parts = new ArrayList<>(traded(changes, in)
                .groupByKey((MapFunction<Row, Integer>) row -> REPORTER_CODE.in(row), Encoders.INT())
                .mapGroups(
                        sums(correlation),
                        Encoders.tuple(Encoders.INT(), Encoders.javaSerialization(SwitchWeights.class)))
                .collectAsList());
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts;
    }

    /** Of each reporter the last whole year in the edition, and the first that can follow whose flows reach the common edition. */
    List<Change> changes(HsEdition from) {
        Map<Integer, List<EditionYear>> byReporter = years.stream()
                .sorted(Comparator.comparing(EditionYear::place))
                .collect(Collectors.groupingBy(year -> year.place().reporter(), TreeMap::new, Collectors.toList()));
        List<Change> changes = new ArrayList<>();
        for (List<EditionYear> ofReporter : byReporter.values()) {
            Optional<EditionYear> last = ofReporter.stream()
                    .filter(year -> year.is(from) && year.whole())
                    .reduce((earlier, later) -> later);
            last.flatMap(before -> ofReporter.stream()
                            .filter(after -> after.canFollow(before)
                                    && after.edition()
                                            .filter(this::reachesCommon)
                                            .isPresent())
                            .findFirst()
                            .map(after -> new Change(before, after)))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private boolean reachesCommon(HsEdition edition) {
        return edition.compareTo(common.edition()) >= 0 && common.leadsFrom(edition);
    }

    /** What the reporters trade by six-digit code, before in the older edition, after in the common one. */
    private Dataset<Row> traded(List<Change> changes, Tables in) {
        Dataset<Row> before =
                flows(changes.stream().map(Change::before).toList(), in).withColumn(AFTER.name(), AFTER.as(false));
        Dataset<Row> after = common.carry(
                        flows(changes.stream().map(Change::after).toList(), in), in)
                .withColumn(AFTER.name(), AFTER.as(true));
        Field<?>[] relation = {REPORTER_CODE, PUBLISHED_FLOW, PARTNER_CODE, HS_CODE, AFTER};
        return before.select(Fields.columns(REPORTER_CODE, PUBLISHED_FLOW, PARTNER_CODE, HS_CODE, AFTER, VALUE_USD))
                .unionByName(after.select(
                        Fields.columns(REPORTER_CODE, PUBLISHED_FLOW, PARTNER_CODE, HS_CODE, AFTER, VALUE_USD)))
                .groupBy(Fields.columns(relation))
                .agg(VALUE_USD.as(SteadySum.of(VALUE_USD.col())));
    }

    private static Dataset<Row> flows(List<EditionYear> years, Tables in) {
        Dataset<Row> places = in.rows(
                Fields.schema(YEAR, REPORTER_CODE),
                years.stream()
                        .map(year -> RowFactory.create(
                                year.place().year(), year.place().reporter()))
                        .toList());
        Set<Integer> calendar = new TreeSet<>(), reporters = new TreeSet<>();
        for (EditionYear year : years) {
            calendar.add(year.place().year());
            reporters.add(year.place().reporter());
        }
        return in.read(Flows.TABLE)
                .filter(YEAR.col()
                        .isInCollection(calendar)
                        .and(REPORTER_CODE.col().isInCollection(reporters)))
                .filter(not(OF_WHICH.col()).and(HS_LEVEL.col().equalTo(6)))
                .join(broadcast(places), Fields.names(YEAR, REPORTER_CODE), "left_semi");
    }

    private static MapGroupsFunction<Integer, Row, Tuple2<Integer, SwitchWeights>> sums(Correlation correlation) {
        return (reporter, rows) -> new Tuple2<>(reporter, sums(correlation, rows));
    }

    /** Relations are added in their order, so that the same flows give the same digits. */
    private static SwitchWeights sums(Correlation correlation, Iterator<Row> rows) {
        SortedMap<String, Switch> relations = new TreeMap<>();
        rows.forEachRemaining(row -> {
            Switch relation = relations.computeIfAbsent(
                    PUBLISHED_FLOW.in(row) + PARTNER_CODE.in(row),
                    none -> new Switch(new TreeMap<>(), new TreeMap<>()));
            (AFTER.in(row) ? relation.after() : relation.before()).put(HS_CODE.in(row), VALUE_USD.in(row));
        });
        SwitchWeights sums = new SwitchWeights(correlation);
        relations.values().forEach(sums::add);
        return sums;
    }
}
