package tradelake.lake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which steps a user means: NAME, NAME+ (and all that depend on it), +NAME (and all it depends on), gold.* (a layer).
 *
 * @param patterns empty means all
 */
public record Selection(List<String> patterns) {
    public static final Selection ALL = new Selection(List.of());

    Set<String> in(Catalog catalog) {
        Set<String> selected = new LinkedHashSet<>();
        if (patterns.isEmpty()) catalog.works().forEach(work -> selected.add(work.name()));
        for (String pattern : patterns) selected.addAll(matching(pattern, catalog));
        return selected;
    }

    private static Set<String> matching(String pattern, Catalog catalog) {
        String name = pattern.replaceAll("^\\+|\\+$", "");
        Set<String> found = new LinkedHashSet<>();
        for (Work work : catalog.works()) if (means(name, work)) found.add(work.name());
        if (found.isEmpty())
            throw new BadInput(
                    "No job or table is named %s. `tradelake tables` lists them; a layer is gold.*".formatted(pattern));
        if (pattern.startsWith("+")) addAncestors(found, catalog);
        if (pattern.endsWith("+")) addDescendants(found, catalog);
        return found;
    }

    private static boolean means(String name, Work work) {
        if (work.name().equals(name)) return true;
        return work.outputs().stream()
                .anyMatch(table -> table.name().equals(name)
                        || table.shortName().equals(name)
                        || name.equals(table.layer().schema() + ".*"));
    }

    private static void addDescendants(Set<String> found, Catalog catalog) {
        var makers = catalog.makers();
        for (Work work : catalog.works())
            if (work.inputs().stream()
                    .anyMatch(input -> found.contains(makers.get(input.name()).name()))) found.add(work.name());
    }

    private static void addAncestors(Set<String> found, Catalog catalog) {
        var makers = catalog.makers();
        List<? extends Work> works = catalog.works();
        for (int i = works.size() - 1; i >= 0; i--)
            if (found.contains(works.get(i).name()))
                works.get(i)
                        .inputs()
                        .forEach(input -> found.add(makers.get(input.name()).name()));
    }
}
