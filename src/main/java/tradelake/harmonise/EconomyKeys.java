package tradelake.harmonise;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.format_string;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Economies;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;

/** Turns the codes of silver tables into the keys of gold tables, and knows which keys are economies. */
public record EconomyKeys(Economies economies) {
    private static final Field<Integer> CODE =
            Field.integer("economy_code", "", Text.of("UN Comtrade code", "Comtrade 代码"));
    private static final Field<String> KEY = Field.code("economy_key", Text.of("Its key", "代码键"));
    /** The rows with a key in place of a code; a code that is not listed becomes C and three digits. */
    public Dataset<Row> inPlaceOf(Field<Integer> code, Field<String> key, Dataset<Row> rows, Tables in) {
        Dataset<Row> codes = in.rows(
                Fields.schema(CODE, KEY),
                economies.all().stream()
                        .map(economy -> RowFactory.create(economy.code(), economy.key()))
                        .toList());
        return rows.join(broadcast(codes), code.col().equalTo(CODE.col()), "left")
                .withColumn(key.name(), coalesce(KEY.col(), format_string("C%03d", code.col())))
                .drop(CODE.name(), KEY.name());
    }

    /** Trade with this partner is with no known economy. */
    public Column isUnallocated(Column partner) {
        return partner.isInCollection(keys(EconomyKind.RESIDUAL));
    }

    /** An economy of today: not an old code, a residual, a group or the world. */
    public Column isEconomy(Column key) {
        return key.isInCollection(keys(EconomyKind.ECONOMY));
    }

    private List<String> keys(EconomyKind kind) {
        return economies.all().stream()
                .map(Economy::key)
                .distinct()
                .filter(key -> economies.byKey(key).orElseThrow().kind() == kind)
                .toList();
    }
}
