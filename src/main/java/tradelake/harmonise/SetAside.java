package tradelake.harmonise;

import static tradelake.reference.Columns.EXACT_VALUE_USD;
import static tradelake.reference.Columns.RELEASE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.ROWS;
import static tradelake.reference.Columns.YEAR;

import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table silver.set_aside: how many rows were left out, and why, because their dollars stand in other rows. */
public final class SetAside {
    public static final Field<String> REASON = Field.code(
            "reason",
            Text.of(
                    "Why, lower_snake_case, such as superseded or partner2_breakdown",
                    "原因，如 superseded、partner2_breakdown"));

    public static final Table TABLE = Table.named(Layer.SILVER, "set_aside")
            .meaning(
                    "Rows that are no rows of silver.flows because their dollars stand in other rows or are none of ours:"
                            + " duplicates, breakdowns beside their totals, superseded releases, other classifications; and"
                            + " months or tariff lines that are counted in a sum (reason summed).",
                    "未计入 silver.flows 的行：金额已在其他行中，或不属本库范围（重复、分项、已被取代的发布、其他分类）；以及已计入合计行的月度行或税目行（原因 summed）。")
            .oneRowPer(YEAR, REPORTER_CODE, RELEASE, REASON)
            .measuring(ROWS, EXACT_VALUE_USD)
            .always("counted", "rows > 0")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT reason, sum(rows) AS n, sum(value_usd) AS usd
                    FROM silver.set_aside
                    GROUP BY reason
                    ORDER BY n DESC""")
            .build();

    private SetAside() {}
}
