package tradelake.harmonise.mirror;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.EconomyPair;

/** Makes bronze.gravity_variables: what the user's file says of pairs of economies; no row without one. */
public final class GravityVariablesTable implements Job {
    static final Field<String> ONE =
            Field.code("economy_a", Text.of("The economy of the pair whose key comes first", "代码键在前的经济体"));
    static final Field<String> OTHER = Field.code("economy_b", Text.of("The other one", "另一经济体"));
    static final Field<Double> KILOMETRES =
            Field.measure("distance_km", "km", Text.of("Distance between the two as the file has it", "文件所载两经济体间距离"));
    static final Field<Boolean> CONTIGUOUS = Field.flag("contiguous", Text.of("They share a land border", "陆地接壤"));
    static final Field<Integer> LANDLOCKED =
            Field.integer("landlocked", "economies", Text.of("How many of the two have no sea coast", "无海岸线的经济体数"));

    public static final Table TABLE = Table.named(Layer.BRONZE, "gravity_variables")
            .meaning(
                    "Distance, border and coast of pairs of economies, from the file named in mirror.gravity-variables: what"
                            + " rates of freight and insurance are estimated by. Empty without a file.",
                    "经济体对的距离、接壤与海岸，取自 mirror.gravity-variables 所指文件，用于估计运费与保险费率；未指定则为空。")
            .oneRowPer(ONE, OTHER)
            .measuring(KILOMETRES, CONTIGUOUS, LANDLOCKED)
            .always("in_order", "economy_a < economy_b")
            .always("apart", "distance_km > 0")
            .always("two_economies", "landlocked BETWEEN 0 AND 2")
            .from("CEPII GeoDist or Gravity")
            .example(
                    """
                    SELECT *
                    FROM bronze.gravity_variables
                    WHERE economy_a = 'CHN' OR economy_b = 'CHN'
                    ORDER BY distance_km LIMIT 10""")
            .build();

    private final GravityVariables variables;

    public GravityVariablesTable(GravityVariables variables) {
        this.variables = variables;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return variables.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        return in.of(
                TABLE,
                variables.pairs().entrySet().stream()
                        .map(GravityVariablesTable::row)
                        .toList());
    }

    private static Row row(Map.Entry<EconomyPair, PairGeography> pair) {
        PairGeography geography = pair.getValue();
        return RowFactory.create(
                pair.getKey().a(),
                pair.getKey().b(),
                geography.kilometres(),
                geography.contiguous(),
                geography.landlocked());
    }
}
