package tradelake.tariffs.study;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Economies in the order of a model's arrays. */
record Roster(List<String> names, Map<String, Integer> places) {
    /** A number for a pair. */
    @FunctionalInterface
    interface OfPair {
        double of(String exporter, String importer);
    }

    static Roster of(Collection<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) places.put(sorted.get(i), i);
        return new Roster(sorted, places);
    }

    /** Everyone who sells or buys. */
    static Roster of(List<Sample.Flow> flows) {
        TreeSet<String> names = new TreeSet<>();
        for (Sample.Flow flow : flows) {
            names.add(flow.exporter());
            names.add(flow.importer());
        }
        return of(names);
    }

    int size() {
        return names.size();
    }

    int at(String economy) {
        return places.get(economy);
    }

    boolean has(String economy) {
        return places.containsKey(economy);
    }

    double[][] matrix() {
        return new double[size()][size()];
    }

    /** [exporter][importer]. */
    double[][] matrix(OfPair number) {
        double[][] matrix = matrix();
        for (int e = 0; e < size(); e++)
            for (int i = 0; i < size(); i++) matrix[e][i] = number.of(names.get(e), names.get(i));
        return matrix;
    }
}
