package tradelake.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.VALUE_USD;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;

/** A measure that stands as two columns, exports and imports, until {@link #asRows} makes rows X, M and XM of them. */
record TwoWay(Field<Double> measure) {
    static final String EXPORTS = "X";
    static final String IMPORTS = "M";
    static final String BOTH = "XM";

    Field<Double> exports() {
        return measure.named(measure.name() + "_of_exports", measure.meaning());
    }

    Field<Double> imports() {
        return measure.named(measure.name() + "_of_imports", measure.meaning());
    }

    /** Sums of rows that are one flow each, where a condition holds. */
    Stream<Column> ofFlows(Column condition) {
        return ofFlows(condition, VALUE_USD.col());
    }

    /** Sums of something else of rows that are one flow each. */
    Stream<Column> ofFlows(Column condition, Column value) {
        return Stream.of(
                exports().as(SteadySum.of(when(condition.and(FLOW.col().equalTo(EXPORTS)), value))),
                imports().as(SteadySum.of(when(condition.and(FLOW.col().equalTo(IMPORTS)), value))));
    }

    /** Sums of this measure. */
    Stream<Column> again() {
        return of(this, lit(true));
    }

    /** Sums of another measure where a condition holds. */
    Stream<Column> of(TwoWay other, Column condition) {
        return Stream.of(
                exports().as(SteadySum.of(when(condition, other.exports().col()))),
                imports().as(SteadySum.of(when(condition, other.imports().col()))));
    }

    @SafeVarargs
    static Dataset<Row> sum(RelationalGroupedDataset groups, Stream<Column>... sums) {
        Column[] all = Stream.of(sums).flatMap(two -> two).toArray(Column[]::new);
        return groups.agg(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    /** Three rows in place of one: exports, imports, and both added up. No value counts as nought. */
    static Column asRows(TwoWay... measures) {
        return inline(array(Stream.of(EXPORTS, IMPORTS, BOTH)
                .map(flow -> struct(Stream.concat(
                                Stream.of(FLOW_OR_BOTH.as(flow)),
                                Stream.of(measures).map(two -> two.measure.as(two.in(flow))))
                        .toArray(Column[]::new)))
                .toArray(Column[]::new)));
    }

    private Column in(String flow) {
        Column exported = coalesce(exports().col(), lit(0.0));
        Column imported = coalesce(imports().col(), lit(0.0));
        return switch (flow) {
            case EXPORTS -> exported;
            case IMPORTS -> imported;
            default -> exported.plus(imported);
        };
    }
}
