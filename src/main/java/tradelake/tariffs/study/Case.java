package tradelake.tariffs.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.reference.Groups;
import tradelake.reference.Reference;
import tradelake.tariffs.scenarios.Policy;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.schedule.Rate;
import tradelake.tariffs.schedule.Schedule;
import tradelake.tariffs.schedule.Schedules;
import tradelake.tariffs.schedule.Stack;

/** One importer's tariffs in one scenario, before and after; tasks take it along to where the trade lies. */
final class Case implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String EVERYONE = "*";

    private final String scenario;
    private final String importer;
    private final int baseYear;
    private final Side before;
    private final Side after;

    /** A schedule on a day, by what was known on another. */
    private static final class Side implements Serializable {
        private static final long serialVersionUID = 1;

        private final Schedule schedule;
        private final LocalDate day;
        private final LocalDate known;
        private transient Map<String, Stack> stacks;

        private Side(Policy policy, String importer, Schedules law, Groups groups) {
            schedule = policy.scheduleOf(importer, law, groups);
            day = policy.date();
            known = policy.known();
        }

        private Rate rate(String exporter, String hs6) {
            if (stacks == null) stacks = new HashMap<>();
            return stacks.computeIfAbsent(exporter, e -> schedule.on(e, day, known))
                    .on(hs6, schedule.base().of(exporter, hs6));
        }
    }

    private Case(Scenario scenario, String importer, Schedules law, Groups groups) {
        this.scenario = scenario.name();
        this.importer = importer;
        baseYear = scenario.baseYear();
        before = new Side(scenario.before(), importer, law, groups);
        after = new Side(scenario.after(), importer, law, groups);
    }

    static List<Case> of(Study study, Reference reference) {
        Schedules law = new Schedules(study.tariffs());
        return study.scenarios().stream()
                .flatMap(scenario -> of(scenario, law, reference).stream())
                .toList();
    }

    static List<Case> of(Scenario scenario, Schedules law, Reference reference) {
        NavigableSet<String> importers = importers(scenario, reference);
        for (Policy policy : List.of(scenario.before(), scenario.after())) policy.requireKnown(importers, law);
        return importers.stream()
                .map(importer -> new Case(scenario, importer, law, reference.groups()))
                .toList();
    }

    /** The economies that a scenario names, alone or as members of a group on its day. */
    private static NavigableSet<String> importers(Scenario scenario, Reference reference) {
        NavigableSet<String> importers = new TreeSet<>();
        for (String name : scenario.importers())
            if (name.equals(EVERYONE))
                reference.economies().all().stream()
                        .filter(economy -> economy.kind() == EconomyKind.ECONOMY)
                        .map(Economy::key)
                        .forEach(importers::add);
            else
                reference
                        .groups()
                        .byId(name)
                        .ifPresentOrElse(
                                group -> importers.addAll(
                                        group.membersOn(scenario.after().date())),
                                () -> importers.add(name));
        return importers;
    }

    String scenario() {
        return scenario;
    }

    String importer() {
        return importer;
    }

    int baseYear() {
        return baseYear;
    }

    LocalDate day() {
        return after.day;
    }

    Rate before(String exporter, String hs6) {
        return before.rate(exporter, hs6);
    }

    Rate after(String exporter, String hs6) {
        return after.rate(exporter, hs6);
    }
}
