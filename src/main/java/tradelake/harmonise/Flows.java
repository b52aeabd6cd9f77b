package tradelake.harmonise;

import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.RELEASE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table silver.flows: additive, so that SUM is right whatever one groups by. */
public final class Flows {
    public static final Field<String> PUBLISHED_FLOW = Field.code(
            "flow",
            Text.of(
                    "M imports, X exports; RM, RX, DX, FM, MIP, MOP, XIP, XOP are parts of these",
                    "M 进口，X 出口；RM、RX、DX、FM、MIP、MOP、XIP、XOP 为其中项"));
    public static final Field<Boolean> RESIDUAL = Field.flag(
            "residual",
            Text.of(
                    "The published total less its published parts: a row of ours, of no file's",
                    "公布总额减公布分项的差额：本库所加，非文件原有"));
    public static final Field<Boolean> OF_WHICH =
            Field.flag("of_which", Text.of("Part of X or M, outside every sum", "X 或 M 的其中项，不计入任何合计"));
    public static final Field<Boolean> SUMMED = Field.flag(
            "summed",
            Text.of(
                    "Added up by us from published rows: the months of a year, the tariff lines of an HS code",
                    "由本库将公布行相加所得：全年各月，或同一 HS 编码下的税目"));
    public static final Field<Integer> MONTHS =
            Field.integer("months", "months", Text.of("Months covered, 12 for a whole year", "覆盖月数，全年为 12"));
    public static final Field<Double> FOB = Field.measure(
                    "fob_usd", "current USD", Text.of("FOB value, null where not reported", "离岸价；未报告则为空"))
            .orNull();
    public static final Field<Double> CIF = Field.measure(
                    "cif_usd", "current USD", Text.of("CIF value, null where not reported", "到岸价；未报告则为空"))
            .orNull();
    public static final Field<Double> NET_WEIGHT = Field.measure(
                    "net_weight_kg", "kg", Text.of("Net weight, null where not reported", "净重；未报告则为空"))
            .orNull();
    public static final Field<Double> QUANTITY = Field.measure(
                    "quantity",
                    "quantity_unit",
                    Text.of("Supplementary quantity, null where not reported", "补充数量；未报告则为空"))
            .orNull();
    public static final Field<Integer> QUANTITY_UNIT = Field.<Integer>of(
                    "quantity_unit",
                    DataTypes.IntegerType,
                    "",
                    Text.of(
                            "UN Comtrade code of the quantity's unit, null or -1 for none",
                            "数量单位的 Comtrade 代码；空或 -1 表示无"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.SILVER, "flows")
            .meaning(
                    "Trade as each reporter publishes it, at the finest published breakdown, each dollar of an import (M) or export (X)"
                            + " once; rows with of_which are parts of these (re-exports and the like): leave them out of sums."
                            + " Imports are CIF and exports FOB unless the reporter says otherwise; X includes re-exports.",
                    "各报告方公布的贸易额，取最细公布层级，进口（M）与出口（X）中每一美元只计一次；of_which 行为其中的部分（如转口），求和时应排除。除报告方另有说明外，进口为到岸价、出口为离岸价；X 含转口。")
            .oneRowPer(YEAR, REPORTER_CODE, PUBLISHED_FLOW, PARTNER_CODE, HS_EDITION, HS_CODE, RESIDUAL)
            .measuring(
                    HS_LEVEL,
                    OF_WHICH,
                    SUMMED,
                    MONTHS,
                    VALUE_USD,
                    FOB,
                    CIF,
                    NET_WEIGHT,
                    QUANTITY,
                    QUANTITY_UNIT,
                    RELEASE)
            .partitionedBy(YEAR, REPORTER_CODE)
            .always("bilateral", "partner <> 0")
            .always("no_group_reporter", "reporter NOT IN (97, 975)")
            .always("no_negative_value", "value_usd >= 0")
            .always("level_is_length", "hs_level = IF(hs_code = 'TOTAL', 0, length(hs_code))")
            .always("months_of_a_year", "months BETWEEN 1 AND 12")
            .always("parts_are_marked", "of_which = (flow NOT IN ('M', 'X'))")
            .always("unallocated_is_residual", "partner <> -1 OR residual")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, flow, sum(value_usd) AS usd
                    FROM silver.flows
                    WHERE reporter = 704 AND NOT of_which
                    GROUP BY year, flow
                    ORDER BY year, flow""")
            .build();

    private Flows() {}
}
