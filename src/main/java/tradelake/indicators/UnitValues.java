package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.Flows.NET_WEIGHT;
import static tradelake.indicators.Comparisons.BASELINE;
import static tradelake.indicators.Comparisons.SOURCE_YEAR;
import static tradelake.indicators.Comparisons.SPAN;
import static tradelake.indicators.Members.SLOT;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.PARTNER_GROUP;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.CodeProducts;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductKinds;
import tradelake.reference.Products;

/**
 * How much of a change in value is one of unit values and how much one of quantities, over items: an HS6 code that a reporter
 * trades with a partner in one direction. With v the value, q the net weight and p = v/q, 0 in the baseline and 1 in the year, over
 * items that have both in both,
 * <pre>
 * unit_value_effect = sqrt(sum p1 q0 / sum p0 q0 * sum p1 q1 / sum p0 q1) - 1
 * quantity_effect   = sqrt(sum p0 q1 / sum p0 q0 * sum p1 q1 / sum p1 q0) - 1       (Fisher)
 * </pre>
 * so that their factors multiply to the growth of matched value. Entry is the value of items that the baseline does not have, exit
 * of those that the year does not have, both over the baseline. A code is taken to mean the same in every edition that has it.
 */
record UnitValues(PairList pairs, Products products, EconomyKeys keys) {
    static final Field<Double> UNIT_VALUE =
            effect("unit_value_effect", "Fisher index of unit values of matched items, less 1", "匹配商品单位价值费雪指数减 1");
    static final Field<Double> QUANTITY =
            effect("quantity_effect", "Fisher index of net weights of matched items, less 1", "匹配商品净重费雪指数减 1");
    static final Field<Double> ENTRY = effect(
            "entry_effect", "Value of items without trade in the baseline, over the baseline", "基准期无贸易的商品金额 / 基准");
    static final Field<Double> EXIT = effect(
            "exit_effect", "Baseline value of items without trade in the year, over the baseline", "当年无贸易的商品基准金额 / 基准");
    static final Field<Double> COVERED =
            effect("value_covered", "Matched value of both dates over all value of both", "两期匹配金额 / 两期全部金额");

    private static final Field<Double> BEFORE = usd("value_before");
    private static final Field<Double> AFTER = usd("value_after");
    private static final Field<Double> WEIGHT_BEFORE =
            Field.measure("weight_before", "kg", Text.of("Net weight", "净重"));
    private static final Field<Double> WEIGHT_AFTER = Field.measure("weight_after", "kg", Text.of("Net weight", "净重"));
    private static final Field<Boolean> UNWEIGHED =
            Field.flag("unweighed", Text.of("Some of it has a value and no weight", "部分金额无净重"));

    private static final TwoWay OLD = new TwoWay(usd("old_quantities_at_old_unit_values"));
    private static final TwoWay OLD_AT_NEW = new TwoWay(usd("old_quantities_at_new_unit_values"));
    private static final TwoWay NEW_AT_OLD = new TwoWay(usd("new_quantities_at_old_unit_values"));
    private static final TwoWay NEW = new TwoWay(usd("new_quantities_at_new_unit_values"));
    private static final TwoWay ENTERED = new TwoWay(usd("entered"));
    private static final TwoWay LEFT = new TwoWay(usd("left"));
    private static final TwoWay[] SUMS = {OLD, OLD_AT_NEW, NEW_AT_OLD, NEW, ENTERED, LEFT};

    private static final int ITEM_DIGITS = 6;

    private static Field<Double> effect(String name, String en, String zh) {
        return Field.fraction(name, Text.of(en + ", null where there is none", zh + "；无则为空"))
                .orNull();
    }

    private static Field<Double> usd(String name) {
        return Field.measure(name, "current USD", Text.of("A sum over items", "各商品之和"));
    }

    /** Adds the effects to rows that have a baseline's and a year's value of a slot with a side. */
    Dataset<Row> addTo(
            Dataset<Row> rows, Dataset<Row> compared, Members members, Sides sides, Field<Double> baseline, Tables in) {
        Dataset<Row> byPartner = byPartner(items(compared, members, in), members, in);
        Dataset<Row> bySide =
                bySide(sides.inPlaceOfPartners(byPartner.join(broadcast(members.slotNames(in)), SLOT.name()), in));
        Column matched = OLD.measure().col().plus(NEW.measure().col());
        Column prices = ratio(OLD_AT_NEW, OLD).multiply(ratio(NEW, NEW_AT_OLD));
        Column quantities = ratio(NEW_AT_OLD, OLD).multiply(ratio(NEW, OLD_AT_NEW));
        return rows.join(bySide, names(SLOT, BASELINE, YEAR, PRODUCT, PARTNER_GROUP, FLOW_OR_BOTH), "left")
                .withColumn(UNIT_VALUE.name(), sqrt(prices).minus(1))
                .withColumn(QUANTITY.name(), sqrt(quantities).minus(1))
                .withColumn(ENTRY.name(), try_divide(ENTERED.measure().col(), baseline.col()))
                .withColumn(EXIT.name(), try_divide(LEFT.measure().col(), baseline.col()))
                .withColumn(COVERED.name(), try_divide(matched, baseline.col().plus(VALUE_USD.col())));
    }

    private static Column ratio(TwoWay above, TwoWay below) {
        return try_divide(above.measure().col(), below.measure().col());
    }

    /** Each item of each comparison, both dates in one row. */
    private Dataset<Row> items(Dataset<Row> compared, Members members, Tables in) {
        Column after = SOURCE_YEAR.col().equalTo(YEAR.col());
        Column value = VALUE_USD.col();
        Column weight = coalesce(NET_WEIGHT.col(), lit(0.0));
        return byProduct(members, in)
                .withColumnRenamed(YEAR.name(), SOURCE_YEAR.name())
                .join(compared, names(SOURCE_YEAR, REPORTER, PRODUCT))
                .groupBy(columns(REPORTER, FLOW, PARTNER, HS_CODE, BASELINE, SPAN, YEAR, PRODUCT))
                .agg(
                        BEFORE.as(
                                SteadySum.of(when(after, 0.0).otherwise(value)).divide(SPAN.col())),
                        AFTER.as(SteadySum.of(when(after, value).otherwise(0.0))),
                        WEIGHT_BEFORE.as(
                                SteadySum.of(when(after, 0.0).otherwise(weight)).divide(SPAN.col())),
                        WEIGHT_AFTER.as(SteadySum.of(when(after, weight).otherwise(0.0))),
                        UNWEIGHED.as(max(value.gt(0).and(weight.leq(0)))));
    }

    private Dataset<Row> byProduct(Members members, Tables in) {
        Dataset<Row> flows = in.read(Flows.TABLE)
                .filter(not(Flows.OF_WHICH.col())
                        .and(not(Flows.RESIDUAL.col()))
                        .and(HS_LEVEL.col().equalTo(ITEM_DIGITS)))
                .select(columns(
                        YEAR, REPORTER_CODE, FLOW, PARTNER_CODE, HS_EDITION, HS_CODE, HS_LEVEL, VALUE_USD, NET_WEIGHT));
        Dataset<Row> byReporter = keys.inPlaceOf(REPORTER_CODE, REPORTER, flows, in)
                .join(
                        broadcast(members.each(REPORTER, in)
                                .select(REPORTER.col())
                                .distinct()),
                        REPORTER.name());
        Dataset<Row> keyed = keys.inPlaceOf(PARTNER_CODE, PARTNER, byReporter, in)
                .filter(REPORTER.col().notEqual(PARTNER.col()));
        return new CodeProducts(products)
                .addTo(keyed, in)
                .withColumn(PRODUCT.name(), explode(CodeProducts.PRODUCTS.col()))
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(products).level(PRODUCT.col()))
                .filter(pairs.hasLevel());
    }

    private static Dataset<Row> byPartner(Dataset<Row> items, Members members, Tables in) {
        Column both = BEFORE.col().gt(0).and(AFTER.col().gt(0)).and(not(UNWEIGHED.col()));
        Column atNew = WEIGHT_BEFORE.col().multiply(try_divide(AFTER.col(), WEIGHT_AFTER.col()));
        Column atOld = WEIGHT_AFTER.col().multiply(try_divide(BEFORE.col(), WEIGHT_BEFORE.col()));
        RelationalGroupedDataset grouped = items.join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .groupBy(columns(SLOT, Members.MEMBERS, BASELINE, YEAR, PRODUCT, PARTNER));
        return TwoWay.sum(
                grouped,
                OLD.ofFlows(both, BEFORE.col()),
                OLD_AT_NEW.ofFlows(both, atNew),
                NEW_AT_OLD.ofFlows(both, atOld),
                NEW.ofFlows(both, AFTER.col()),
                ENTERED.ofFlows(BEFORE.col().equalTo(0), AFTER.col()),
                LEFT.ofFlows(AFTER.col().equalTo(0), BEFORE.col()));
    }

    private Dataset<Row> bySide(Dataset<Row> ofSides) {
        RelationalGroupedDataset grouped =
                ofSides.filter(pairs.isListed()).groupBy(columns(SLOT, BASELINE, YEAR, PRODUCT, PARTNER_GROUP));
        return TwoWay.sum(
                        grouped,
                        OLD.again(),
                        OLD_AT_NEW.again(),
                        NEW_AT_OLD.again(),
                        NEW.again(),
                        ENTERED.again(),
                        LEFT.again())
                .select(Fields.ALL, TwoWay.asRows(SUMS))
                .select(Stream.concat(
                                Stream.of(SLOT, BASELINE, YEAR, PRODUCT, PARTNER_GROUP, FLOW_OR_BOTH),
                                Stream.of(SUMS).map(TwoWay::measure))
                        .map(Field::col)
                        .toArray(Column[]::new));
    }
}
