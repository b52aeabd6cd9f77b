package tradelake.tariffs.study;

import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tradelake.tariffs.production.Production;

/**
 * The part of world trade that a model of general equilibrium can be about: economies that buy, sell and whose sales at home
 * are known, and goods of the products that these are known for.
 *
 * @param left the part of the value of all trade that stays outside
 */
record World(Roster economies, List<Sample.Flow> flows, double left) {
    /** @param product of a chapter, as the file of sales names it */
    static World of(List<Sample.Flow> all, Production production, UnaryOperator<String> product) {
        TreeSet<String> economies = new TreeSet<>(production.economies());
        economies.retainAll(all.stream().map(Sample.Flow::exporter).collect(Collectors.toSet()));
        economies.retainAll(all.stream().map(Sample.Flow::importer).collect(Collectors.toSet()));
        List<Sample.Flow> inside = all.stream()
                .filter(flow -> economies.contains(flow.exporter())
                        && economies.contains(flow.importer())
                        && production.products().contains(product.apply(flow.chapter())))
                .toList();
        return new World(Roster.of(economies), inside, 1 - sum(inside) / sum(all));
    }

    private static double sum(List<Sample.Flow> flows) {
        return flows.stream().mapToDouble(Sample.Flow::value).sum();
    }
}
