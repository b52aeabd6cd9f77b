package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import tradelake.lake.DrawnTables;
import tradelake.reference.Columns;

/** Sums to the last digit, whatever the order. */
class SteadySumTest {
    private static double sum(List<Double> values) {
        List<Row> rows = values.stream().map(RowFactory::create).toList();
        return new DrawnTables()
                .rows(Fields.schema(Columns.VALUE_USD), rows)
                .repartition(4)
                .agg(Columns.VALUE_USD.as(SteadySum.of(Columns.VALUE_USD.col())))
                .first()
                .getDouble(0);
    }

    @Test
    void anyOrderGivesTheSumThatExactArithmeticGives() {
        Random random = new Random(1);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 2000; i++) values.add(Math.rint(Math.pow(10, random.nextDouble() * 14)) / 100);
        double exact = values.stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(values, random);
            assertThat(sum(values)).isEqualTo(exact);
        }
    }

    @Test
    void nothingButNullsIsNull() {
        List<Row> rows = List.of(RowFactory.create((Double) null));
        assertThat(new DrawnTables()
                        .rows(Fields.schema(ProductFlows.WEIGHT), rows)
                        .agg(SteadySum.of(ProductFlows.WEIGHT.col()))
                        .first()
                        .isNullAt(0))
                .isTrue();
    }
}
