package tradelake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tradelake.lake.BadInput;

/** The groups of economies, built in and the user's. */
public final class Groups {
    static final String FILE = "groups.csv";
    static final List<String> COLUMNS = List.of(
            "group_id",
            "name_en",
            "name_zh",
            "economy",
            "member_from",
            "member_to",
            "status",
            "source",
            "confidence",
            "note");

    private final SortedMap<String, Group> byId = new TreeMap<>();

    private Groups() {}

    static Groups of(Csv builtIn, Csv user, Economies economies) {
        Groups groups = new Groups();
        for (Csv csv : List.of(builtIn, user))
            for (Definition definition : Definition.in(csv, "group_id", "economy"))
                groups.byId.put(definition.id(), groups.group(definition, economies));
        return groups;
    }

    /** All groups, by id. */
    public List<Group> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Group> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The group that a user named. */
    public Group named(String id) {
        return byId(id).orElseThrow(() -> new BadInput("No group '%s': use one of %s, or define it in conf/groups.csv"
                .formatted(id, String.join(", ", byId.keySet()))));
    }

    private Group group(Definition definition, Economies economies) {
        if (economies.byKey(definition.id()).isPresent())
            throw definition.first().bad("group_id", "is the key of an economy: choose another id");
        Optional<Group> before = byId(definition.id());
        String english = definition.name("name_en", before.map(Group::nameEn).orElse(definition.id()));
        String chinese = definition.name("name_zh", before.map(Group::nameZh).orElse(english));
        return new Group(definition.id(), english, chinese, memberships(definition, before, economies));
    }

    private static List<Membership> memberships(Definition definition, Optional<Group> before, Economies economies) {
        if (definition.parts().isEmpty())
            return before.orElseThrow(() -> noMembers(definition)).memberships();
        List<Membership> memberships = new ArrayList<>();
        for (Line line : definition.parts()) {
            Membership next = Membership.of(line, economies);
            if (memberships.stream().anyMatch(m -> m.economy().equals(next.economy()) && m.overlaps(next)))
                throw line.bad(
                        "economy", "is a member of %s twice on a day: part the dates".formatted(definition.id()));
            memberships.add(next);
        }
        return List.copyOf(memberships);
    }

    private static BadInput noMembers(Definition definition) {
        return definition.first().bad("group_id", "is a new group without members: add lines with an economy");
    }
}
