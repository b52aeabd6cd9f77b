package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Not;
import org.junit.jupiter.api.Test;

/** Filters that the reader tests let through the rows that SQL would; others are left to Spark. */
class RowFilterTest {
    private static final String FILE = Drawn.bulk(
            """
            cmdCode flowCode partnerCode qtyUnitCode altQtyUnitCode
            01      M        0           8           8
            02      X        156         -1          _
            03      RX       842         5           5
            """);

    @Test
    void codesAndNumbers() throws IOException {
        assertPasses(new EqualTo("flowCode", "X"), "02");
        assertPasses(new In("flowCode", new Object[] {"M", "X"}), "01", "02");
        assertPasses(new Not(new EqualTo("flowCode", "RX")), "01", "02");
        assertPasses(new Not(new EqualTo("partnerCode", 0)), "02", "03");
        assertPasses(new Not(new In("partnerCode", new Object[] {0, 156})), "03");
        assertPasses(new GreaterThan("partnerCode", 156), "03");
        assertPasses(new GreaterThanOrEqual("partnerCode", 156), "02", "03");
        assertPasses(new LessThan("qtyUnitCode", 5), "02");
        assertPasses(new LessThanOrEqual("qtyUnitCode", 5), "02", "03");
        assertPasses(new And(new EqualTo("flowCode", "M"), new EqualTo("partnerCode", 0)), "01");
    }

    /** What is missing is neither equal nor unequal, neither more nor less. */
    @Test
    void missingFieldsMeetNoCondition() throws IOException {
        assertPasses(new IsNotNull("altQtyUnitCode"), "01", "03");
        assertPasses(new Not(new EqualTo("altQtyUnitCode", 8)), "03");
        assertPasses(new LessThan("altQtyUnitCode", 9), "01", "03");
    }

    @Test
    void theRestIsLeftToSpark() {
        assertThat(List.of(
                        new EqualTo("release", "x"),
                        new EqualTo("line", 5),
                        new EqualTo("flowCode", " X"),
                        new EqualTo("cmdDesc", "more than eight letters"),
                        new GreaterThan("primaryValue", 5.0),
                        new Not(new IsNotNull("cmdCode"))))
                .noneMatch(RowFilter::understands);
    }

    private static void assertPasses(Filter filter, String... codes) throws IOException {
        assertThat(RowFilter.understands(filter)).as(filter.toString()).isTrue();
        RowFilter test = RowFilter.of(List.of(filter));
        List<String> passed = new ArrayList<>();
        try (RowCursor row = new ComtradeBulk().open(new ByteArrayInputStream(FILE.getBytes(UTF_8)))) {
            while (row.next()) if (test.test(row)) passed.add(row.textOf(ApiField.CMD_CODE));
        }
        assertThat(passed).as(filter.toString()).containsExactly(codes);
    }
}
