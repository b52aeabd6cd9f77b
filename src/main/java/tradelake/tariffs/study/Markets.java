package tradelake.tariffs.study;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.tariffs.study.AppliedTariffs.IMPORT_SOURCE;
import static tradelake.tariffs.study.TariffColumns.HS6;
import static tradelake.tariffs.study.TariffColumns.IMPORT_VALUE;
import static tradelake.tariffs.study.TariffColumns.RATE_BEFORE;
import static tradelake.tariffs.study.TariffColumns.SCENARIO;
import static tradelake.tariffs.study.TariffColumns.TOTAL_RATE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fields;
import tradelake.lake.CheckFailed;
import tradelake.lake.Tables;

/** Reads gold.applied_tariffs market by market, partition after partition; what stays in memory is numbers. */
final class Markets {
    /** About 400 MB; the imports of the United States are some 250,000. */
    private static final int MOST_CELLS = 8_000_000;

    private final Map<String, String> names = new HashMap<>();
    private final List<Market> markets = new ArrayList<>();
    private final List<Row> open = new ArrayList<>();

    private Markets() {}

    /** The markets of a scenario, by importer and HS6, exporters in order. */
    static List<Market> of(String scenario, Tables in) {
        Iterator<Row> rows = in.read(AppliedTariffs.TABLE)
                .filter(SCENARIO.col().equalTo(scenario))
                .select(Fields.columns(IMPORTER, HS6, EXPORTER, IMPORT_VALUE, RATE_BEFORE, TOTAL_RATE, IMPORT_SOURCE))
                .coalesce(1) // One partition: a job for each would cost more than sorting it does.
                .sortWithinPartitions(Fields.columns(IMPORTER, HS6, EXPORTER))
                .toLocalIterator();
        Markets read = new Markets();
        for (int cells = 0; rows.hasNext(); cells++) {
            if (cells == MOST_CELLS)
                throw new CheckFailed("The scenario %s has more than %,d cells: name fewer importers."
                        .formatted(scenario, MOST_CELLS));
            read.add(rows.next());
        }
        read.close();
        return List.copyOf(read.markets);
    }

    private void add(Row row) {
        if (!open.isEmpty()) {
            Row last = open.get(0);
            if (!HS6.in(last).equals(HS6.in(row)) || !IMPORTER.in(last).equals(IMPORTER.in(row))) close();
        }
        open.add(row);
    }

    private void close() {
        if (open.isEmpty()) return;
        markets.add(new Market(
                name(IMPORTER.in(open.get(0))),
                HS6.in(open.get(0)),
                open.stream().map(row -> name(EXPORTER.in(row))).toList(),
                open.stream().mapToDouble(IMPORT_VALUE::in).toArray(),
                open.stream().mapToDouble(RATE_BEFORE::in).toArray(),
                open.stream().mapToDouble(TOTAL_RATE::in).toArray(),
                AppliedTariffs.isReported(open.get(0))));
        open.clear();
    }

    private String name(String economy) {
        return names.computeIfAbsent(economy, key -> key);
    }
}
