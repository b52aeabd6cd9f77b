package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static tradelake.harmonise.Fields.names;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.YEAR;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Datasets;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/** The years from the first to the last with any dataset, and the reporters with data in every one of them. */
record YearWindow(Datasets datasets, Tables in) {
    static final Field<Boolean> IS_CONSTANT =
            Field.flag("is_constant", Text.of("Covers the product in every year of the window", "窗口内每年均涵盖该商品"));
    private static final Field<Long> YEARS = Field.count("years", Text.of("How many years", "年数"));

    /** The first year, as one value of a query. */
    Column from() {
        return datasets.reporterYears(in).agg(min(YEAR.col())).scalar();
    }

    Column to() {
        return datasets.reporterYears(in).agg(max(YEAR.col())).scalar();
    }

    /** Adds {@link #IS_CONSTANT}, true or null, to rows with reporter and product. */
    Dataset<Row> markConstant(Dataset<Row> rows) {
        Dataset<Row> constant = datasets.covered(in)
                .groupBy(REPORTER.col(), PRODUCT.col())
                .agg(YEARS.as(count(lit(1))))
                .filter(YEARS.col().equalTo(to().minus(from()).plus(1)))
                .select(REPORTER.col(), PRODUCT.col(), IS_CONSTANT.as(true));
        return rows.join(broadcast(constant), names(REPORTER, PRODUCT), "left");
    }
}
