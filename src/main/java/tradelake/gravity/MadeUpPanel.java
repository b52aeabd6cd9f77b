package tradelake.gravity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import tradelake.gravity.Variable.Numbers;

/**
 * Trade between countries that do not exist: {@code exp(sizes + distance + 0.3 rta - 4 tariff)} times log-normal noise, with
 * flows below a threshold set to zero, about a sixth of them. One row a pair and year, sorted by exporter, importer, year.
 */
final class MadeUpPanel {
    static final String MODEL = "trade ~ rta + tariff | exporter^year + importer^year + exporter^importer";
    static final String CLUSTER = "exporter^importer";
    static final double RTA = 0.3;
    static final double TARIFF = -4;

    private final int countries;
    private final int years;
    private final SplittableRandom chance;
    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private int row = 0;

    MadeUpPanel(int countries, int years, long seed) {
        this.countries = countries;
        this.years = years;
        this.chance = new SplittableRandom(seed);
        for (String name : new String[] {"exporter", "importer", "year", "trade", "rta", "tariff"})
            columns.put(name, new double[countries * (countries - 1) * years]);
    }

    Frame frame() {
        double[][] sells = normals(countries, years);
        double[][] buys = normals(countries, years);
        for (int exporter = 0; exporter < countries; exporter++)
            for (int importer = 0; importer < countries; importer++)
                if (exporter != importer) pair(exporter, importer, sells[exporter], buys[importer]);
        Map<String, Variable> variables = new LinkedHashMap<>();
        columns.forEach((name, values) -> variables.put(name, new Numbers(values)));
        return new Frame(row, variables);
    }

    private void pair(int exporter, int importer, double[] sells, double[] buys) {
        double distance = 1.2 * chance.nextGaussian();
        int agreed = chance.nextInt(3 * years);
        double duty = 0.15 * chance.nextDouble();
        for (int year = 0; year < years; year++) {
            double rta = year >= agreed ? 1 : 0;
            double tariff = Math.log1p(Math.max(0, duty * (1 - 0.04 * year) - 0.05 * rta * chance.nextDouble()));
            double mean = Math.exp(6 + sells[year] + buys[year] - distance + RTA * rta + TARIFF * tariff);
            double trade = mean * Math.exp(0.7 * chance.nextGaussian() - 0.245);
            set("exporter", exporter);
            set("importer", importer);
            set("year", 2006 + year);
            set("trade", trade < 12 ? 0 : trade);
            set("rta", rta);
            set("tariff", tariff);
            row++;
        }
    }

    private void set(String column, double value) {
        columns.get(column)[row] = value;
    }

    /** A level for each, and small changes from year to year. */
    private double[][] normals(int n, int m) {
        double[][] values = new double[n][m];
        for (double[] path : values) {
            double level = 1.5 * chance.nextGaussian();
            for (int t = 0; t < m; t++) path[t] = level += 0.1 * chance.nextGaussian();
        }
        return values;
    }
}
