package tradelake.tariffs.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Groups;
import tradelake.tariffs.schedule.Measure;
import tradelake.tariffs.schedule.Schedule;
import tradelake.tariffs.schedule.Schedules;

/**
 * The tariffs of a day, with what a scenario switches on or off or adds.
 *
 * @param knownOn what was made retroactive after this day does not count; empty: all counts
 * @param on measures, layers or authorities that are not applied by themselves
 * @param off measures, layers or authorities that are left out
 */
public record Policy(
        LocalDate date, Optional<LocalDate> knownOn, List<String> on, List<String> off, List<Supposed> extra) {
    /** The end of 2024, before any of the measures of 2025. */
    static final Policy OF_2024 =
            new Policy(LocalDate.of(2024, 12, 31), Optional.empty(), List.of(), List.of(), List.of());

    public LocalDate known() {
        return knownOn.orElse(LocalDate.MAX);
    }

    /**
     * An importer's schedule under this policy; use {@link Schedule#on} with {@link #date} and {@link #known}. What a policy
     * switches on or off need not be in every importer's schedule, see {@link #requireKnown}.
     */
    public Schedule scheduleOf(String importer, Schedules law, Groups groups) {
        Schedule own = law.of(importer);
        Schedule schedule = own.with(
                on.stream().filter(own::knows).toList(),
                off.stream().filter(own::knows).toList());
        List<Measure> supposed = new ArrayList<>();
        for (int i = 0; i < extra.size(); i++)
            if (members(extra.get(i).importers(), groups).contains(importer)
                    || extra.get(i).importers().contains(Supposed.EVERYONE))
                supposed.add(measure("extra " + (i + 1), extra.get(i), groups));
        return schedule.plus(supposed);
    }

    /** Refuses a name to be switched on or off that the schedule of none of these importers has. */
    public void requireKnown(Collection<String> importers, Schedules law) {
        for (String name : Stream.concat(on.stream(), off.stream()).toList())
            if (importers.stream().noneMatch(importer -> law.of(importer).knows(name)))
                throw new BadInput(
                        "No measure, layer or authority of %s is named '%s': see the measures.csv of these importers."
                                .formatted(String.join(", ", importers), name));
    }

    private Measure measure(String id, Supposed extra, Groups groups) {
        Set<String> exporters = extra.exporters().contains(Supposed.EVERYONE)
                ? Set.of(Supposed.EVERYONE)
                : members(extra.exporters(), groups);
        return Measure.supposed(id, extra.layer(), exporters, extra.products(), extra.kind(), extra.rate(), date);
    }

    /** Economies as they are, groups as their members on the day and their own name. */
    private Set<String> members(Set<String> names, Groups groups) {
        Set<String> members = new LinkedHashSet<>(names);
        for (String name : names) groups.byId(name).ifPresent(group -> members.addAll(group.membersOn(date)));
        return members;
    }
}
