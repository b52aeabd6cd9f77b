package tradelake.tariffs.production;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tradelake.lake.BadInput;
import tradelake.tariffs.production.Production.Good;
import tradelake.tariffs.production.Production.Output;

/**
 * Reads sales at home from the International Trade and Production Database for Estimation as the US International Trade
 * Commission publishes it: a line for each exporter, importer, year and industry, million current USD; a line of an economy
 * with itself is what it sells at home. It has no links between industries.
 */
final class Itpde {
    private static final String EXPORTER = "exporter_iso3";
    private static final String IMPORTER = "importer_iso3";
    private static final String YEAR = "year";
    private static final String INDUSTRY = "industry_descr";
    private static final String TRADE = "trade";
    private static final List<String> COLUMNS = List.of(EXPORTER, IMPORTER, YEAR, INDUSTRY, TRADE);
    private static final double MILLION = 1e6;

    private final Industries industries;
    private final int baseYear;
    private final NavigableMap<Integer, Map<Good, Double>> byYear = new TreeMap<>();

    Itpde(Path industries, int baseYear) {
        this.industries = Industries.of(industries, "itpde.csv");
        this.baseYear = baseYear;
    }

    static boolean isOne(List<String> header) {
        return header.containsAll(COLUMNS);
    }

    /** The base year, or the latest that the file has. */
    Production read(TableStream table) {
        int[] at = COLUMNS.stream().mapToInt(table.header()::indexOf).toArray();
        for (Optional<String[]> row = table.next(); row.isPresent(); row = table.next()) {
            String[] cells = row.get();
            if (cells[at[0]].equals(cells[at[1]]))
                add(table, cells[at[0]], cells[at[2]], cells[at[3]], table.number(cells[at[4]]));
        }
        if (byYear.isEmpty())
            throw new BadInput("%s has no line of an economy with itself: it needs those, they are sales at home."
                    .formatted(table.file()));
        int year = byYear.containsKey(baseYear) ? baseYear : byYear.lastKey();
        return production(new WholeSales(byYear.get(year)), year);
    }

    private void add(TableStream table, String economy, String year, String industry, double millions) {
        String product = industries
                .product(industry)
                .orElseThrow(() -> new BadInput(
                        "%s has the industry '%s', of which conf/production/itpde.csv does not say which HS section it is: add it there."
                                .formatted(table.file(), industry)));
        if (!product.isEmpty())
            byYear.computeIfAbsent((int) table.number(year), y -> new HashMap<>())
                    .merge(new Good(economy, product), MILLION * millions, Double::sum);
    }

    private Production production(WholeSales whole, int year) {
        Map<Good, Output> outputs = new HashMap<>();
        whole.sales().forEach((good, usd) -> outputs.put(good, new Output(usd, 1)));
        return new Production(outputs, Map.of(), industries.bySection(), OptionalInt.of(year), whole.leftOut());
    }
}
