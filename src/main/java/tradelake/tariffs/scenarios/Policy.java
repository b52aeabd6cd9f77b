package tradelake.tariffs.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * switches on or off is in the schedules that there are.
     */
    public Schedule scheduleOf(String importer, Schedules law, Groups groups) {
        Schedule schedule = law.has(importer) ? law.of(importer).with(on, off) : law.of(importer);
        List<Measure> supposed = new ArrayList<>();
        for (int i = 0; i < extra.size(); i++)
            if (members(extra.get(i).importers(), groups).contains(importer)
                    || extra.get(i).importers().contains(Supposed.EVERYONE))
                supposed.add(measure("extra " + (i + 1), extra.get(i), groups));
        return schedule.plus(supposed);
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
