package tradelake.rcep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.gravity.CohortCells;
import tradelake.gravity.CohortCells.Entry;
import tradelake.gravity.Estimate;
import tradelake.gravity.Fitted;
import tradelake.gravity.Frame;
import tradelake.gravity.Lanes;
import tradelake.gravity.LeastSquares;
import tradelake.gravity.Ppml;
import tradelake.gravity.SmallSample;
import tradelake.gravity.Specification;
import tradelake.lake.BadInput;
import tradelake.lake.Finding;
import tradelake.rcep.OwnTrend.Excess;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.EconomyPair;
import tradelake.reference.RcepPair;

/**
 * The rows of gold.rcep_event_study. The main estimator is PPML with exporter-year, importer-year and pair effects and a
 * coefficient for each cohort and event time (Wooldridge 2023; Nagengast and Yotov 2025), the first year by its days in force over
 * 365, other agreements as controls; cells are averaged over rows, with errors by the delta method, clustered by pair. Beside it
 * stand two-way least squares and Sun and Abraham (2021) on logarithms with pair and year effects, whole years alone, and
 * distances from each flow's own trend.
 */
final class EventStudy {
    private static final String TWO_WAY = "exporter^importer + year";
    private static final String LOG = "log(" + TradePanel.VALUE + ")";
    private static final String QUIET = "no_new_agreement";

    /** A name for some cohorts. */
    private record Part(String name, Predicate<String> cohorts, Predicate<RcepPair> pairs) {}

    private final EventStudyDesign study;
    private final Entries entries;
    private final Doses doses;
    private final Lanes lanes;
    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> leftOut = new ArrayList<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    EventStudy(EventStudyDesign study, Entries entries, Doses doses, Lanes lanes) {
        this.study = study;
        this.entries = entries;
        this.doses = doses;
        this.lanes = lanes;
    }

    List<Row> rows() {
        return rows;
    }

    /** What could not be estimated, and why. */
    Map<String, String> problems() {
        return problems;
    }

    /** What each panel lacks. */
    List<Finding> leftOut() {
        return leftOut;
    }

    /** Adds the estimates on all goods. */
    EventStudy onAllGoods(TradePanel all) {
        leftOut.add(all.leftOut().finding("all goods"));
        TradePanel panel = all.where(
                cell -> entries.rcep(cell.pair()).isPresent() || entries.isControl(cell.pair(), study.quiet()));
        List<Part> years = byYear(panel);
        ppml("ppml_cohorts", panel, entries::byKind, time -> time >= 0, with(years, byKind()));
        ppml("ppml_cohorts_leads", panel, entries::byYear, time -> time != -1, years);
        leastSquares("ols_two_way", panel, cell -> pooled(entries.byWholeYear(cell)), years.subList(0, 1));
        leastSquares("ols_sun_abraham", panel, entries::byWholeYear, years);
        placebos(panel);
        return beside("log_trade", panel);
    }

    /** Adds distances from the trend, without some goods and beside the two sets of controls. */
    EventStudy besideControls(TradePanel panel) {
        leftOut.add(panel.leftOut().finding("all goods but HS 27 and 71"));
        return beside("log_trade_without_27_71", panel);
    }

    private static Entry pooled(Entry entry) {
        return entry.equals(Entry.NEVER) ? entry : new Entry("all", entry.eventTime(), entry.dose());
    }

    private List<Part> byYear(TradePanel panel) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("all", cohort -> true, pair -> true));
        panel.cells().stream()
                .flatMap(cell -> entries.rcep(cell.pair()).flatMap(RcepPair::from).stream())
                .map(day -> day.getYear())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(year -> parts.add(new Part(
                        year.toString(),
                        cohort -> Entries.isOfYear(cohort, year),
                        pair -> pair.from().orElseThrow().getYear() == year)));
        return parts;
    }

    private static List<Part> byKind() {
        return List.of(RcepPair.Kind.first_fta, RcepPair.Kind.overlapping, RcepPair.Kind.coincident).stream()
                .map(kind ->
                        new Part(kind.name(), cohort -> Entries.isOfKind(cohort, kind), pair -> pair.kind() == kind))
                .toList();
    }

    private static List<Part> with(List<Part> some, List<Part> more) {
        List<Part> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private void placebos(TradePanel panel) {
        int first = entries.firstYear();
        ppml(
                "ppml_cohorts",
                panel.where(cell -> cell.year() < first),
                cell -> entries.earlier(cell, study.placeboYears()),
                time -> time >= 0,
                List.of(new Part("placebo_dates", cohort -> true, pair -> true)));
        ppml(
                "ppml_cohorts",
                panel.where(cell -> entries.rcep(cell.pair()).isEmpty()),
                cell -> isPlacebo(cell.pair()) ? new Entry("members", cell.year() - first, 1) : Entry.NEVER,
                time -> time >= 0,
                List.of(new Part("placebo_members", cohort -> true, pair -> true)));
    }

    private boolean isPlacebo(EconomyPair pair) {
        return study.placeboMembers().contains(pair.a())
                && study.placeboMembers().contains(pair.b());
    }

    private void ppml(
            String estimator, TradePanel panel, Function<Cell, Entry> entry, IntPredicate times, List<Part> parts) {
        interactions(estimator, "trade", TradePanel.VALUE, GravityModel.EFFECTS, panel, entry, times, parts);
    }

    private void leastSquares(String estimator, TradePanel panel, Function<Cell, Entry> entry, List<Part> parts) {
        TradePanel positive = panel.where(cell -> cell.value() > 0);
        interactions(estimator, "log_trade", LOG, TWO_WAY, positive, entry, time -> time != -1, parts);
    }

    private void interactions(
            String estimator,
            String outcome,
            String response,
            String effects,
            TradePanel panel,
            Function<Cell, Entry> entry,
            IntPredicate times,
            List<Part> parts) {
        List<Entry> entered = panel.cells().stream().map(entry).toList();
        CohortCells cells = new CohortCells(entered, times);
        List<String> terms = new ArrayList<>(cells.terms());
        terms.addAll(Split.others(doses).keySet());
        Specification model = Specification.of("%s ~ %s | %s".formatted(response, String.join(" + ", terms), effects))
                .clusteredBy(GravityModel.CLUSTER);
        String name = estimator + "/" + parts.get(0).name();
        try {
            if (cells.terms().isEmpty()) throw new BadInput("no pair of the placebo or of RCEP is in the sample");
            Frame frame = cells.in(panel.frame(Split.others(doses)));
            Fitted fit = response.equals(TradePanel.VALUE)
                    ? GravityModel.settled(Ppml.fit(frame, model, lanes))
                    : LeastSquares.fit(frame, model, lanes);
            for (Part part : parts)
                cells.byEventTime(fit, part.cohorts())
                        .forEach((time, estimate) -> add(
                                List.of(outcome, estimator, effects, part.name(), QUIET),
                                time,
                                estimate,
                                fit.rows(),
                                pairs(panel, entered, cells, fit, part, time)));
        } catch (BadInput e) {
            problems.put(name, e.getMessage());
        }
    }

    private static int pairs(
            TradePanel panel, List<Entry> entered, CohortCells cells, Fitted fit, Part part, int time) {
        IntPredicate counts = row -> entered.get(row).eventTime() == time
                && part.cohorts().test(entered.get(row).cohort())
                && cells.isEstimated(row, fit);
        return panel.changing(row -> counts.test(row) ? entered.get(row).dose() : 0, fit.fates())
                .size();
    }

    private EventStudy beside(String outcome, TradePanel panel) {
        List<Excess> all = OwnTrend.of(panel, study.trend());
        Map<String, List<Excess>> controls = new LinkedHashMap<>();
        controls.put(QUIET, those(all, pair -> entries.isControl(pair, study.quiet())));
        controls.put("set_a", those(all, study.controlsA()::contains));
        controls.put("set_b", those(all, study.controlsB()::contains));
        for (Part part : with(byYear(panel), byKind())) {
            Map<Integer, List<Excess>> byTime = all.stream()
                    .filter(it -> entries.rcep(it.pair()).filter(part.pairs()).isPresent())
                    .collect(Collectors.groupingBy(it -> time(it)));
            byTime.forEach((time, treated) -> {
                if (time < 0) return;
                String trend = "trend of each flow " + study.trend();
                OwnTrend.mean(treated)
                        .ifPresent(it -> add(
                                List.of(outcome, "own_trend", trend, part.name(), "none"),
                                time,
                                it,
                                treated.size(),
                                pairs(treated)));
                controls.forEach((name, those) -> OwnTrend.lessControls(treated, those)
                        .ifPresent(it -> add(
                                List.of(outcome, "own_trend_less_controls", trend, part.name(), name),
                                time,
                                it.estimate(),
                                it.flows(),
                                pairs(treated))));
            });
        }
        return this;
    }

    private int time(Excess excess) {
        return excess.year()
                - entries.rcep(excess.pair())
                        .flatMap(RcepPair::from)
                        .orElseThrow()
                        .getYear();
    }

    private static List<Excess> those(List<Excess> all, Predicate<EconomyPair> chosen) {
        return all.stream().filter(it -> chosen.test(it.pair())).toList();
    }

    private static int pairs(Collection<Excess> them) {
        return (int) them.stream().map(Excess::pair).distinct().count();
    }

    /** A row; the error of one pair, which least squares and means take for none, is left out. */
    private void add(List<String> key, int time, Estimate it, long observations, int pairs) {
        Optional<Estimate> known = Optional.of(it).filter(estimate -> pairs > 1 && estimate.stdError() > 0);
        List<Object> values = new ArrayList<>(key);
        values.add(time);
        values.add(it.estimate());
        values.add(known.map(Estimate::stdError).orElse(null));
        values.add(known.map(Estimate::ciLow).orElse(null));
        values.add(known.map(Estimate::ciHigh).orElse(null));
        values.add(Math.expm1(it.estimate()));
        values.add(observations);
        values.add(pairs);
        values.add(GravityModel.CLUSTER);
        values.add(SmallSample.stata.name());
        rows.add(RowFactory.create(values.toArray()));
    }
}
