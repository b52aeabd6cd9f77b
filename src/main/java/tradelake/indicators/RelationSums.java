package tradelake.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.indicators.Members.SLOT;
import static tradelake.indicators.ReconciledFlows.RECONCILED;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/**
 * What each reporter trades of each product, by its relation to the partner: within the same group, with known economies,
 * with itself, with no known economy. Trade with known economies stands here once, not once for each group, so the sums over
 * partners are made before anything is multiplied by groups.
 */
record RelationSums(Members members, EconomyKeys keys, ReconciledFlows reconciled) {
    /** From 0 on a slot of {@link Members}: both sides are members. Below 0 what concerns every group of the reporter. */
    static final Field<Integer> RELATION =
            Field.integer("relation", "", Text.of("Relation of reporter and partner", "报告方与伙伴的关系"));

    static final int WITH_KNOWN = -1;
    static final int WITH_ITSELF = -2;
    static final int WITH_UNKNOWN = -3;
    /** No trade: the reporter's data cover the product. */
    static final int COVERED = -4;

    static final TwoWay VALUE = new TwoWay(VALUE_USD);

    private static final Field<List<Integer>> MINE = slots("slots_of_reporter");
    private static final Field<List<Integer>> THEIRS = slots("slots_of_partner");

    /** The only pass over all flows, reported and reconciled: one row a year, reporter, product, filled and relation. */
    Dataset<Row> compute(Tables in) {
        RelationalGroupedDataset grouped = reconciled
                .reportedAndReconciled(in)
                .join(broadcast(members.slots(REPORTER, MINE, in)), names(YEAR, REPORTER))
                .join(broadcast(members.slots(PARTNER, THEIRS, in)), names(YEAR, PARTNER), "left")
                .withColumn(RELATION.name(), explode(relations()))
                .groupBy(columns(YEAR, REPORTER, PRODUCT, RECONCILED, FILLED, RELATION));
        return TwoWay.sum(grouped, VALUE.ofFlows(lit(true))).unionByName(coverage(in));
    }

    /** Which relations a row holds for. */
    private Column relations() {
        Column shared = coalesce(array_intersect(MINE.col(), THEIRS.col()), array().cast(MINE.type()));
        return when(REPORTER.col().equalTo(PARTNER.col()), array(lit(WITH_ITSELF)))
                .when(keys.isUnallocated(PARTNER.col()), array(lit(WITH_UNKNOWN)))
                .otherwise(concat(array(lit(WITH_KNOWN)), shared));
    }

    /** A row without trade for each product that a reporter covers: no trade is not the same as no data. */
    private Dataset<Row> coverage(Tables in) {
        return coverage(new Datasets(keys).covered(in), false).unionByName(coverage(reconciled.covered(in), true));
    }

    private static Dataset<Row> coverage(Dataset<Row> covered, boolean reconciled) {
        return covered.select(
                YEAR.col(),
                REPORTER.col(),
                PRODUCT.col(),
                RECONCILED.as(reconciled),
                FILLED.as(false),
                RELATION.as(COVERED),
                VALUE.exports().as(0.0),
                VALUE.imports().as(0.0));
    }

    /** Whether a relation says something about the group of a row of {@link Members#each}. */
    static Column concernsTheGroup() {
        return RELATION.col().lt(0).or(RELATION.col().equalTo(SLOT.col()));
    }

    static Column is(int relation) {
        return RELATION.col().equalTo(relation);
    }

    static Column isInside() {
        return RELATION.col().geq(0);
    }

    private static Field<List<Integer>> slots(String name) {
        return Field.of(
                name,
                DataTypes.createArrayType(DataTypes.IntegerType, false),
                "",
                Text.of("The slots that an economy is a member in", "经济体所属集团与口径编号"));
    }
}
