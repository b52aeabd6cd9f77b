package tradelake.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tradelake.reference.Reference;

/**
 * Economies on one side of trade: groups and economies by id, {@code WLD} for everyone, an id after {@code -} taken out
 * again: {@code [BRI, -CHN]}.
 */
record Side(List<String> ids) {
    static final String EVERYONE = "WLD";
    static final Side WORLD = new Side(List.of(EVERYONE));
    private static final String WITHOUT = "-";

    /** The keys of its economies on a day; empty where it is everyone. */
    Optional<SortedSet<String>> membersOn(LocalDate day, Reference reference) {
        if (ids.equals(WORLD.ids)) return Optional.empty();
        SortedSet<String> members = new TreeSet<>();
        for (String id : ids)
            if (id.equals(EVERYONE)) reference.economies().all().forEach(economy -> members.add(economy.key()));
            else if (id.startsWith(WITHOUT)) members.removeAll(keys(id.substring(1), day, reference));
            else members.addAll(keys(id, day, reference));
        return Optional.of(members);
    }

    /** The first id that is neither a group nor an economy. */
    Optional<String> unknown(Reference reference) {
        return ids.stream()
                .map(id -> id.startsWith(WITHOUT) ? id.substring(1) : id)
                .filter(id -> !id.equals(EVERYONE)
                        && reference.economies().byKey(id).isEmpty()
                        && reference.groups().byId(id).isEmpty())
                .findFirst();
    }

    private static SortedSet<String> keys(String id, LocalDate day, Reference reference) {
        if (reference.economies().byKey(id).isPresent()) return new TreeSet<>(List.of(id));
        return reference.groups().named(id).membersOn(day);
    }

    @Override
    public String toString() {
        return String.join("+", ids).replace("+-", "-");
    }
}
