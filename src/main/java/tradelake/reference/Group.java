package tradelake.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A named group of economies with the dates of each membership. */
public record Group(String id, String nameEn, String nameZh, List<Membership> memberships) {
    /** The keys of its members on a day. */
    public SortedSet<String> membersOn(LocalDate day) {
        return memberships.stream()
                .filter(m -> m.holdsOn(day))
                .map(Membership::economy)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
