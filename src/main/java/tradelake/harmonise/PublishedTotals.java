package tradelake.harmonise;

import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.RELEASE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import tradelake.lake.Layer;
import tradelake.lake.Table;

/** The table silver.published_totals: what publishers added up themselves; for checks, never for sums. */
public final class PublishedTotals {
    public static final Table TABLE = Table.named(Layer.SILVER, "published_totals")
            .meaning(
                    "Totals as published: World rows, and TOTAL, HS2 and HS4 rows whose parts stand in silver.flows. For checks,"
                            + " never for sums.",
                    "公布的合计：World 行，以及分项已在 silver.flows 中的 TOTAL、HS2、HS4 行。仅供核对，不可相加。")
            .oneRowPer(YEAR, REPORTER_CODE, Flows.PUBLISHED_FLOW, PARTNER_CODE, HS_EDITION, HS_CODE)
            .measuring(HS_LEVEL, Flows.SUMMED, VALUE_USD, RELEASE)
            .partitionedBy(YEAR, REPORTER_CODE)
            .always("no_negative_value", "value_usd >= 0")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, flow, value_usd
                    FROM silver.published_totals
                    WHERE reporter = 704 AND partner = 0 AND hs_code = 'TOTAL'
                    ORDER BY year, flow""")
            .build();

    private PublishedTotals() {}
}
