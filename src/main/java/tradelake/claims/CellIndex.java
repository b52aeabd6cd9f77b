package tradelake.claims;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tradelake.reference.Reference;

/** Finds the cells that a row of trade belongs to; cells are numbered as in the list that it is made of. */
final class CellIndex implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, List<Known>> byYearAndProduct = new HashMap<>();
    private final Set<String> products = new TreeSet<>();
    private final Set<Integer> years = new TreeSet<>();

    /** @param day on which members are members, for every year */
    CellIndex(List<Cell> cells, LocalDate day, Reference reference) {
        for (int number = 0; number < cells.size(); number++) {
            Cell cell = cells.get(number);
            products.add(cell.product());
            years.add(cell.year());
            byYearAndProduct
                    .computeIfAbsent(key(cell.year(), cell.product()), place -> new ArrayList<>())
                    .add(new Known(
                            number,
                            cell.flow(),
                            cell.filled(),
                            keys(cell.reporters(), day, reference),
                            keys(cell.partners(), day, reference)));
        }
    }

    Set<String> products() {
        return products;
    }

    Set<Integer> years() {
        return years;
    }

    /** The numbers of the cells; none for trade of an economy with itself. */
    List<Integer> cellsOf(int year, String product, String flow, String reporter, String partner, boolean filled) {
        if (reporter.equals(partner)) return List.of();
        return byYearAndProduct.getOrDefault(key(year, product), List.of()).stream()
                .filter(cell -> cell.flow.contains(flow)
                        && (cell.filled || !filled)
                        && (cell.reporters == null || cell.reporters.contains(reporter))
                        && (cell.partners == null || cell.partners.contains(partner)))
                .map(Known::number)
                .toList();
    }

    private static String key(int year, String product) {
        return year + product;
    }

    private static HashSet<String> keys(Side side, LocalDate day, Reference reference) {
        return side.membersOn(day, reference).map(HashSet::new).orElse(null);
    }

    /** A cell with its members resolved; null is everyone, and a group that has no member on the day nobody. */
    private record Known(int number, String flow, boolean filled, HashSet<String> reporters, HashSet<String> partners)
            implements Serializable {}
}
