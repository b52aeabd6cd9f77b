package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Flows.MONTHS;
import static tradelake.harmonise.Flows.NET_WEIGHT;
import static tradelake.harmonise.Flows.OF_WHICH;
import static tradelake.harmonise.Flows.PUBLISHED_FLOW;
import static tradelake.harmonise.Flows.RESIDUAL;
import static tradelake.harmonise.concordance.FlowsHarmonised.METHOD;
import static tradelake.harmonise.concordance.FlowsHarmonised.QUANTITY;
import static tradelake.harmonise.concordance.FlowsHarmonised.QUANTITY_UNIT;
import static tradelake.harmonise.concordance.FlowsHarmonised.REPORTED_EDITION;
import static tradelake.harmonise.concordance.FlowsHarmonised.WEIGHT;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Fields;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Fingerprint;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.HsEdition;

/**
 * Carries flows of any edition to one: each code goes where the table of its edition says, in the fractions it says, and what
 * arrives under one code of one partner is added up. Chapter 99 stays what it is; what else no table leads on goes to 999999,
 * or to TOTAL where it had no six digits: nothing is lost.
 *
 * @param edition that all flows are carried to
 * @param tables by the edition that they lead from
 */
public record CommonEdition(HsEdition edition, SortedMap<HsEdition, Reclassification> tables) {
    private static final int SIX_DIGITS = 6;
    /** UN Comtrade's code for no unit. */
    private static final int NO_UNIT = -1;

    private static final Field<String> FROM = Field.code("from_edition", Text.of("Edition of the code", "编码所属版本"));
    private static final Field<String> CODE = Field.code("from_code", Text.of("Its code", "原编码"));
    private static final Field<String> TARGET = Field.code("target_code", Text.of("Code it goes to", "目标编码"));
    private static final Field<Double> FRACTION = Field.fraction("target_fraction", Text.of("How much of it", "所占份额"));
    private static final Field<String> HOW = Field.code("target_method", Text.of("How it was found", "转换方式"));

    public CommonEdition {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** What newer editions need: their one-target tables, as far as they are there. */
    public static CommonEdition back(HsEdition edition, PublishedTables published) {
        SortedMap<HsEdition, Reclassification> tables = new TreeMap<>();
        for (HsEdition newer : HsEdition.values())
            if (newer.compareTo(edition) > 0)
                published.back(newer, edition).ifPresent(table -> tables.put(newer, Reclassification.by(table)));
        return new CommonEdition(edition, tables);
    }

    /** The same with the table of one more edition. */
    CommonEdition with(Reclassification more) {
        SortedMap<HsEdition, Reclassification> all = new TreeMap<>(tables);
        all.put(more.from(), more);
        return new CommonEdition(edition, all);
    }

    /** Whether flows of an edition arrive under codes. */
    boolean leadsFrom(HsEdition other) {
        return other == edition || tables.containsKey(other);
    }

    /** Of all that decides what becomes of flows of an edition. */
    String fingerprint(Optional<HsEdition> reported) {
        return Fingerprint.of(
                List.of(edition.name(), reported.map(other -> tables.get(other)).toString()));
    }

    /**
     * Rows of silver.flows_harmonised.
     *
     * @param flows rows of silver.flows
     */
    public Dataset<Row> carry(Dataset<Row> flows, Tables in) {
        Column unit = when(QUANTITY_UNIT.col().gt(NO_UNIT), QUANTITY_UNIT.col()), every = count(lit(1));
        Column comparable = min(unit)
                .equalTo(max(unit))
                .and(count(unit).equalTo(every))
                .and(count(QUANTITY.col()).equalTo(every));
        return moved(flows, in)
                // One exchange serves the sums; each year, a partition of the table, is written by the tasks of its
                // reporters.
                .repartition(Fields.columns(YEAR, REPORTER_CODE))
                .groupBy(Fields.columns(
                        YEAR,
                        REPORTER_CODE,
                        PUBLISHED_FLOW,
                        PARTNER_CODE,
                        HS_EDITION,
                        HS_CODE,
                        REPORTED_EDITION,
                        METHOD,
                        RESIDUAL))
                .agg(
                        OF_WHICH.as(max(OF_WHICH.col())),
                        MONTHS.as(max(MONTHS.col())),
                        VALUE_USD.as(SteadySum.of(VALUE_USD.col())),
                        WEIGHT.as(SteadySum.of(WEIGHT.col())),
                        QUANTITY.as(when(comparable, SteadySum.of(QUANTITY.col()))),
                        QUANTITY_UNIT.as(when(comparable, max(QUANTITY_UNIT.col()))))
                .withColumn(
                        HS_LEVEL.name(),
                        when(HS_CODE.col().equalTo(Reclassification.TOTAL), 0).otherwise(length(HS_CODE.col())));
    }

    /** Each flow, or each part of one, under its new code. */
    private Dataset<Row> moved(Dataset<Row> flows, Tables in) {
        Dataset<Row> targets = broadcast(in.rows(Fields.schema(FROM, CODE, TARGET, FRACTION, HOW), targets()));
        Column same = HS_EDITION.col().equalTo(edition.name());
        Column sixDigits = HS_LEVEL.col().equalTo(SIX_DIGITS);
        Column unspecified = HS_CODE.col().startsWith(Reclassification.UNSPECIFIED_CHAPTER);
        Column unclassified = when(sixDigits, Reclassification.UNCLASSIFIED).otherwise(Reclassification.TOTAL);
        Column fraction = coalesce(FRACTION.col(), lit(1.0));
        return flows.join(
                        targets,
                        HS_EDITION.col().equalTo(FROM.col()).and(HS_CODE.col().equalTo(CODE.col())),
                        "left")
                .select(
                        YEAR.col(),
                        REPORTER_CODE.col(),
                        PUBLISHED_FLOW.col(),
                        PARTNER_CODE.col(),
                        HS_EDITION.as(edition.name()),
                        HS_CODE.as(when(unspecified.and(sixDigits), Reclassification.UNCLASSIFIED)
                                .when(unspecified.or(same), HS_CODE.col())
                                .otherwise(coalesce(TARGET.col(), unclassified))),
                        REPORTED_EDITION.as(HS_EDITION.col()),
                        METHOD.as(when(same, Method.SAME.label())
                                .when(unspecified, Method.UNSPECIFIED.label())
                                .otherwise(coalesce(HOW.col(), lacking()))),
                        RESIDUAL.col(),
                        OF_WHICH.col(),
                        MONTHS.col(),
                        VALUE_USD.as(VALUE_USD.col().multiply(fraction)),
                        WEIGHT.as(NET_WEIGHT.col().multiply(fraction)),
                        QUANTITY.as(QUANTITY.col().multiply(fraction)),
                        QUANTITY_UNIT.col());
    }

    private Column lacking() {
        List<String> known = tables.keySet().stream().map(HsEdition::name).toList();
        return when(HS_EDITION.col().isInCollection(known), Method.NO_TARGET.label())
                .otherwise(Method.NO_TABLE.label());
    }

    private List<Row> targets() {
        List<Row> rows = new ArrayList<>();
        for (Reclassification table : tables.values())
            for (String code : codes(table)) {
                String how = method(table, code).label();
                table.of(code).weights().forEach((target, fraction) -> {
                    if (fraction > 0) rows.add(RowFactory.create(table.from().name(), code, target, fraction, how));
                });
            }
        return rows;
    }

    /** A code that the table splits is split by estimate, even if the estimate leaves one target. */
    private static Method method(Reclassification table, String code) {
        if (code.length() != SIX_DIGITS) return Method.COARSE;
        Split split = table.splits().get(code);
        if (!split.evident()) return Method.NO_EVIDENCE;
        return split.isWhole() ? Method.ONE_TARGET : Method.WEIGHTED;
    }

    /** Every code that the table knows, and the headings and chapters that these are under; chapter 99 needs no table. */
    private static SortedSet<String> codes(Reclassification table) {
        SortedSet<String> codes = new TreeSet<>(List.of(Reclassification.TOTAL));
        for (String code : table.splits().keySet())
            for (int digits = 2; digits <= SIX_DIGITS; digits += 2) codes.add(code.substring(0, digits));
        codes.removeIf(Reclassification::isUnspecified);
        return codes;
    }
}
