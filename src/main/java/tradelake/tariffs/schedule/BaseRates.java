package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/** What was paid before the measures, by HS6: for everyone, and for single exporters where that differs. */
public final class BaseRates implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, Map<String, Double>> byExporter = new HashMap<>();

    static BaseRates of(Csv csv) {
        BaseRates rates = new BaseRates();
        for (Line line : csv.lines())
            rates.byExporter
                    .computeIfAbsent(line.required("exporter"), exporter -> new HashMap<>())
                    .put(line.required("hs6"), line.decimal("rate"));
        return rates;
    }

    /** A fraction; nought where nothing is known. */
    public double of(String exporter, String hs6) {
        double everyone = byExporter.getOrDefault(Validity.EVERYONE, Map.of()).getOrDefault(hs6, 0.0);
        return byExporter.getOrDefault(exporter, Map.of()).getOrDefault(hs6, everyone);
    }

    /** Every HS6 with a base rate. */
    public SortedSet<String> products() {
        SortedSet<String> products = new TreeSet<>();
        byExporter.values().forEach(rates -> products.addAll(rates.keySet()));
        return products;
    }
}
