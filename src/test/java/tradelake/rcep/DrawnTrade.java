package tradelake.rcep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;

/**
 * Trade drawn from exporter-year, importer-year and pair effects, an effect of choice and noise.
 *
 * @param noise standard deviation, log points
 */
record DrawnTrade(List<String> economies, Years years, long seed, double noise) {
    static final List<String> ECONOMIES = List.of(
            "AUS", "BRA", "CAN", "CHE", "CHN", "COL", "DEU", "EGY", "FRA", "IDN", "ISR", "JPN", "KOR", "MYS", "NOR",
            "PHL", "THA", "TUR", "VNM", "ZAF");

    DrawnTrade(List<String> economies, Years years, long seed) {
        this(economies, years, seed, 0.15);
    }

    /** Economies that do not exist. */
    static List<String> madeUp(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "Q" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                .toList();
    }

    /** @param effect log points added to a flow */
    TradePanel panel(ToDoubleFunction<Cell> effect) {
        Random chance = new Random(seed);
        Map<String, Double> sizes = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        for (String exporter : economies)
            for (String importer : economies) {
                if (exporter.equals(importer)) continue;
                double pair = 10 + 0.7 * chance.nextGaussian();
                for (int year : years.stream().toArray()) {
                    double side = sizes.computeIfAbsent("X" + exporter + year, none -> 0.3 * chance.nextGaussian())
                            + sizes.computeIfAbsent("M" + importer + year, none -> 0.3 * chance.nextGaussian());
                    double chances = noise * chance.nextGaussian();
                    Cell cell = new Cell(exporter, importer, year, 0);
                    cells.add(new Cell(
                            exporter, importer, year, Math.exp(pair + side + effect.applyAsDouble(cell) + chances)));
                }
            }
        return new TradePanel(cells);
    }
}
