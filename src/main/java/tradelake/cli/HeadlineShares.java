package tradelake.cli;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fate;
import tradelake.harmonise.Flows;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.Reason;
import tradelake.indicators.RegionalShares;
import tradelake.lake.Manifest;
import tradelake.lake.Story;
import tradelake.reference.Columns;

/** The table that a refresh prints: RCEP's intra share by year, headline definition, as soon as it has passed its audit. */
final class HeadlineShares {
    private static final String GROUP = "RCEP";
    private static final int PRODUCTS = 3;
    private static final int REASONS = 3;

    private final OpenLake lake;
    private final RowsOut out;
    private boolean shown;

    HeadlineShares(OpenLake lake, RowsOut out) {
        this.lake = lake;
        this.out = out;
    }

    /** Tells the story on, and shows the shares when their step is finished. */
    Story after(Story told) {
        return new Story() {
            @Override
            public void plan(List<Planned> plan) {
                told.plan(plan);
            }

            @Override
            public void started(String work, String meaning) {
                told.started(work, meaning);
            }

            @Override
            public void finished(Manifest.WorkReport report) {
                told.finished(report);
                if (report.name().equals(RegionalShares.TABLE.name())) show(told);
            }

            @Override
            public void note(String text) {
                told.note(text);
            }

            @Override
            public void ended(Manifest manifest) {
                told.ended(manifest);
            }
        };
    }

    void showIfNotYet(Story told) {
        if (!shown) show(told);
    }

    private void show(Story told) {
        shown = true;
        Manifest manifest = lake.runs().latest().orElseThrow();
        Manifest.TableState state = manifest.tables().get(RegionalShares.TABLE.name());
        if (state == null) return;
        manifest.labels().forEach(told::note);
        told.note("Shares of %s's trade that stay inside it: as reported, members of %s, reporters present"
                .formatted(GROUP, manifest.settings().get("membership.fixed-on")));
        Dataset<Row> rows = headline(lake.lake().read(RegionalShares.TABLE, state));
        out.write(Heading.of(rows.schema()), () -> new RowCells(rows.toLocalIterator()));
    }

    /** An empty table of shares says why: all rows set aside for one reason is a mistake that its user should see. */
    void explainIfNothingCounts(Story told) {
        Manifest manifest = lake.runs().latest().orElseThrow();
        if (lake.lake()
                .read(Flows.TABLE, manifest.tables().get(Flows.TABLE.name()))
                .isEmpty())
            lake.lake()
                    .read(Ledger.TABLE, manifest.tables().get(Ledger.TABLE.name()))
                    .filter(Ledger.FATE.col().isin(Fate.SET_ASIDE.key(), Fate.QUARANTINED.key()))
                    .groupBy(Ledger.FATE.col(), Ledger.REASON.col())
                    .agg(Columns.ROWS.as(sum(Columns.ROWS.col())))
                    .orderBy(Columns.ROWS.col().desc())
                    .limit(REASONS)
                    .collectAsList()
                    .forEach(row -> told.note("No row counts: %,d are %s (%s)."
                            .formatted(
                                    Columns.ROWS.in(row),
                                    Ledger.REASON.in(row),
                                    Reason.meaningOf(Ledger.REASON.in(row)))));
    }

    /** All goods; where no reporter's data cover all goods, the largest chapters. */
    private static Dataset<Row> headline(Dataset<Row> shares) {
        Dataset<Row> group = shares.filter(
                Columns.IS_HEADLINE.col().and(Columns.GROUP_ID.col().equalTo(GROUP)));
        List<String> products = group
                .filter(Columns.PRODUCT_LEVEL.col().isin("total", "chapter"))
                .groupBy(Columns.PRODUCT.col())
                .agg(Columns.TOTAL_USD.as(max(Columns.TOTAL_USD.col())))
                .orderBy(
                        Columns.PRODUCT.col().equalTo("TOTAL").desc(),
                        Columns.TOTAL_USD.col().desc())
                .limit(PRODUCTS)
                .collectAsList()
                .stream()
                .map(Columns.PRODUCT::in)
                .toList();
        List<String> shown = products.contains("TOTAL") ? List.of("TOTAL") : products;
        return group.filter(Columns.PRODUCT.col().isInCollection(shown))
                .groupBy(Columns.PRODUCT.col(), Columns.YEAR.col())
                .agg(
                        share("X"),
                        share("M"),
                        share("XM"),
                        concat_ws(" of ", max(RegionalShares.PRESENT.col()), max(RegionalShares.EXPECTED.col()))
                                .as("reporters"))
                .orderBy(Columns.PRODUCT.col(), Columns.YEAR.col());
    }

    private static Column share(String flow) {
        return round(first(when(Columns.FLOW_OR_BOTH.col().equalTo(flow), RegionalShares.INTRA_SHARE.col()), true), 4)
                .as("share_" + flow);
    }
}
