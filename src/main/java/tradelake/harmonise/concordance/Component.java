package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Codes that only exchange goods among themselves when the edition changes, the smallest such sets.
 *
 * @param olds codes whose value goes to {@code news}, sorted
 */
record Component(List<String> olds, List<String> news) implements Serializable {

    static List<Component> of(Correlation correlation) {
        SortedMap<String, SortedSet<String>> forth = correlation.links(),
                back = correlation.reversed().links();
        List<Component> components = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String code : forth.keySet()) {
            if (seen.contains(code)) continue;
            SortedSet<String> olds = new TreeSet<>(), news = new TreeSet<>();
            reach(code, forth, back, olds, news);
            seen.addAll(olds);
            components.add(new Component(List.copyOf(olds), List.copyOf(news)));
        }
        return List.copyOf(components);
    }

    boolean isAmbiguous() {
        return news.size() > 1;
    }

    private static void reach(
            String start,
            SortedMap<String, SortedSet<String>> forth,
            SortedMap<String, SortedSet<String>> back,
            SortedSet<String> olds,
            SortedSet<String> news) {
        List<String> ahead = new ArrayList<>(List.of(start));
        while (!ahead.isEmpty()) {
            String old = ahead.remove(ahead.size() - 1);
            if (!olds.add(old)) continue;
            for (String next : forth.get(old)) if (news.add(next)) ahead.addAll(back.get(next));
        }
    }
}
