package tradelake.rcep;

import static tradelake.rcep.GravityTables.CI_HIGH;
import static tradelake.rcep.GravityTables.CI_LOW;
import static tradelake.rcep.GravityTables.CLUSTER;
import static tradelake.rcep.GravityTables.ESTIMATE;
import static tradelake.rcep.GravityTables.ESTIMATOR;
import static tradelake.rcep.GravityTables.MODELS;
import static tradelake.rcep.GravityTables.PAIRS;
import static tradelake.rcep.GravityTables.P_VALUE;
import static tradelake.rcep.GravityTables.SE_RULE;
import static tradelake.rcep.GravityTables.STD_ERROR;
import static tradelake.rcep.GravityTables.TERM;
import static tradelake.rcep.GravityTables.Z;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.Estimate;
import tradelake.gravity.Fate;
import tradelake.gravity.PpmlFit;
import tradelake.gravity.SmallSample;
import tradelake.harmonise.Fields;
import tradelake.lake.Field;
import tradelake.lake.Text;
import tradelake.reference.EconomyPair;
import tradelake.reference.ProductLevel;

/** A model of one product as a row of gold.gravity_models, with its rows of gold.gravity_estimates in a last column. */
record AnswerRow(String product, ProductLevel level, String sample, TradePanel.LeftOut leftOut) {
    private static final String PPML = "ppml";
    private static final StructType TERM_SCHEMA =
            Fields.schema(TERM, ESTIMATE, STD_ERROR, Z, P_VALUE, CI_LOW, CI_HIGH, PAIRS, ESTIMATOR, CLUSTER, SE_RULE);

    static final Field<List<Row>> TERMS =
            Field.of("terms", DataTypes.createArrayType(TERM_SCHEMA), "", Text.of("Its coefficients", "系数"));
    static final Field<Long> LEFT_OUT =
            Field.count("left_out", Text.of("Positive flows that neither side's data cover", "双方数据均未涵盖的正流量数"));
    static final Field<Double> LEFT_OUT_USD =
            Field.measure("left_out_usd", "current USD", Text.of("Their value", "其金额"));
    static final StructType SCHEMA = MODELS.schema()
            .add(TERMS.name(), TERMS.type())
            .add(LEFT_OUT.name(), LEFT_OUT.type())
            .add(LEFT_OUT_USD.name(), LEFT_OUT_USD.type());

    Row of(Split split, GravityModel.Answer answer) {
        Optional<PpmlFit> fit = answer.fit();
        return RowFactory.create(
                product + "/" + split.label(),
                product,
                level.label(),
                split.label(),
                PPML,
                answer.formula(),
                sample,
                fit.map(it -> (long) it.rows()).orElse(null),
                fit.map(it -> it.count(Fate.separated)).orElse(null),
                fit.map(it -> it.count(Fate.singleton)).orElse(null),
                fit.map(PpmlFit::clusters).orElse(null),
                GravityModel.CLUSTER,
                SmallSample.stata.name(),
                fit.map(it -> it.likelihood().pseudoR2()).orElse(null),
                fit.map(it -> it.likelihood().logLikelihood()).orElse(null),
                fit.map(it -> it.convergence().iterations()).orElse(null),
                fit.isPresent(),
                answer.pairs().stream().map(EconomyPair::toString).toArray(String[]::new),
                fit.stream().flatMap(it -> it.collinear().stream()).toArray(String[]::new),
                fit.isPresent() ? null : answer.problem(),
                answer.terms().stream().map(AnswerRow::of).toArray(Row[]::new),
                leftOut.flows(),
                leftOut.usd());
    }

    private static Row of(GravityModel.Term term) {
        Optional<Estimate> known = term.stdError().map(error -> new Estimate(term.name(), term.estimate(), error));
        return RowFactory.create(
                term.name(),
                term.estimate(),
                term.stdError().orElse(null),
                known.map(Estimate::z).orElse(null),
                known.map(Estimate::pValue).orElse(null),
                known.map(Estimate::ciLow).orElse(null),
                known.map(Estimate::ciHigh).orElse(null),
                term.pairs(),
                PPML,
                GravityModel.CLUSTER,
                SmallSample.stata.name());
    }
}
