package tradelake.rcep;

import static org.apache.spark.sql.functions.inline;
import static tradelake.rcep.GravityTables.CONVERGED;
import static tradelake.rcep.GravityTables.ESTIMATES;
import static tradelake.rcep.GravityTables.MODELS;
import static tradelake.rcep.GravityTables.MODEL_ID;
import static tradelake.rcep.GravityTables.PROBLEM;
import static tradelake.reference.Columns.PRODUCT;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import tradelake.gravity.Lanes;
import tradelake.harmonise.Fields;
import tradelake.lake.Finding;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Work;
import tradelake.lake.Years;
import tradelake.reference.Agreements;
import tradelake.reference.Product;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/**
 * Makes gold.gravity_models and gold.gravity_estimates: {@link GravityModel} for all goods, sections and chapters, the models of
 * one product in one task. Values are the reconciled ones of silver.bilateral, summed by product, pair and year before they travel.
 */
public final class GravityEstimates implements Work {
    private final PairTrade trade;
    private final Agreements agreements;
    private final Map<String, ProductLevel> levels;
    private final Least least;
    private final String dependsOn;

    /** What a model must have at least; see {@link GravityModel}. */
    public record Least(int flows, int pairs) {}

    /** @param known groups and economies whose agreements with anyone are listed */
    public GravityEstimates(Reference reference, Agreements agreements, Years years, List<String> known, Least least) {
        this.trade = PairTrade.of(reference, years, known);
        this.agreements = agreements;
        this.levels = reference.products().all().stream()
                .filter(product -> product.level() != ProductLevel.CATEGORY)
                .collect(Collectors.toMap(Product::id, Product::level));
        this.least = least;
        this.dependsOn = reference.fingerprint() + agreements.fingerprint() + years + trade.known() + least;
    }

    @Override
    public String name() {
        return "gold.gravity";
    }

    @Override
    public List<Table> outputs() {
        return List.of(MODELS, ESTIMATES);
    }

    @Override
    public List<Table> inputs() {
        return PairTrade.INPUTS;
    }

    @Override
    public String dependsOn() {
        return dependsOn;
    }

    @Override
    public void perform(RunningWork run) {
        run.sharing(answers(run), answers -> {
            run.overwrite(MODELS, answers);
            run.overwrite(ESTIMATES, estimates(answers));
            answers.filter(PROBLEM.col().isNotNull())
                    .select(Fields.columns(MODEL_ID, PROBLEM))
                    .orderBy(MODEL_ID.col())
                    .collectAsList()
                    .forEach(row -> run.note(
                            new Finding("model-without-estimates", MODEL_ID.in(row) + ": " + PROBLEM.in(row), 1)));
            leftOut(answers).forEach(run::note);
        });
    }

    /** One a product of which some flows are in no panel. */
    static List<Finding> leftOut(Dataset<Row> answers) {
        return answers
                .filter(AnswerRow.LEFT_OUT.col().gt(0))
                .select(Fields.columns(PRODUCT, AnswerRow.LEFT_OUT, AnswerRow.LEFT_OUT_USD))
                .distinct()
                .orderBy(PRODUCT.col())
                .collectAsList()
                .stream()
                .map(row -> new TradePanel.LeftOut(AnswerRow.LEFT_OUT.in(row), AnswerRow.LEFT_OUT_USD.in(row))
                        .finding(PRODUCT.in(row)))
                .toList();
    }

    /** A row a model, its estimates in it. */
    Dataset<Row> answers(Tables in) {
        return trade.byProduct(in)
                .filter(PRODUCT.col().isInCollection(levels.keySet()))
                .groupByKey((MapFunction<Row, String>) row -> PRODUCT.in(row), Encoders.STRING())
                .flatMapGroups(fits(), Encoders.row(AnswerRow.SCHEMA));
    }

    static Dataset<Row> estimates(Dataset<Row> answers) {
        return answers.filter(CONVERGED.col()).select(MODEL_ID.col(), inline(AnswerRow.TERMS.col()));
    }

    private FlatMapGroupsFunction<String, Row, Row> fits() {
        Years years = trade.years();
        String sample = trade.sample();
        Doses doses = new Doses(agreements, years);
        Map<String, ProductLevel> level = levels;
        int flows = least.flows();
        int pairs = least.pairs();
        return (product, rows) ->
                fits(product, level.get(product), sample, PairTrade.panel(rows, years), doses, flows, pairs);
    }

    private static Iterator<Row> fits(
            String product, ProductLevel level, String sample, TradePanel panel, Doses doses, int flows, int pairs) {
        if (panel.positive() == 0 && panel.leftOut().flows() == 0) return Collections.emptyIterator();
        AnswerRow row = new AnswerRow(product, level, sample, panel.leftOut());
        try (Lanes lanes = new Lanes(TaskContext.get().cpus())) {
            return Split.of(row.level()).stream()
                    .map(split -> row.of(split, new GravityModel(split, flows, pairs).on(panel, doses, lanes)))
                    .toList()
                    .iterator();
        }
    }
}
