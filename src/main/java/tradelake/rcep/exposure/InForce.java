package tradelake.rcep.exposure;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tradelake.lake.Years;
import tradelake.reference.Agreement;
import tradelake.reference.Agreements;
import tradelake.reference.EconomyPair;
import tradelake.reference.Membership;
import tradelake.reference.RcepPair;
import tradelake.reference.Reference;

/** Between whom RCEP, and what else, is in force on 1 July of each year. */
record InForce(Agreements agreements, Years years) {
    /** @param others ids of other agreements, in their order */
    record Pair(String importer, String exporter, int year, List<String> others) {}

    List<Pair> pairs(SortedSet<String> importers) {
        return agreements.rcep().values().stream()
                .flatMap(pair -> Stream.of(
                                directed(pair, pair.pair().a()),
                                directed(pair, pair.pair().b()))
                        .flatMap(all -> all))
                .filter(pair -> importers.contains(pair.importer()))
                .toList();
    }

    private Stream<Pair> directed(RcepPair pair, String importer) {
        String exporter =
                importer.equals(pair.pair().a()) ? pair.pair().b() : pair.pair().a();
        return years.stream()
                .filter(year ->
                        pair.from().filter(day -> !day.isAfter(july(year))).isPresent())
                .mapToObj(year -> new Pair(importer, exporter, year, others(pair.pair(), july(year))));
    }

    private List<String> others(EconomyPair pair, LocalDate day) {
        return agreements.between(pair).stream()
                .filter(agreement -> !agreement.isRcep() && holds(agreement, day))
                .map(Agreement::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean holds(Agreement agreement, LocalDate day) {
        return !agreement.from().isAfter(day)
                && agreement.to().filter(day::isAfter).isEmpty();
    }

    private static LocalDate july(int year) {
        return LocalDate.of(year, Month.JULY, 1);
    }

    /** Parties to RCEP that a schedule's beneficiary stands for. */
    SortedSet<String> economies(String beneficiary, Reference reference) {
        SortedSet<String> parties = new TreeSet<>();
        agreements.rcep().keySet().forEach(pair -> parties.addAll(List.of(pair.a(), pair.b())));
        if (beneficiary.equals(TariffLine.ANYONE)) return parties;
        parties.retainAll(reference
                .groups()
                .byId(beneficiary)
                .map(group ->
                        group.memberships().stream().map(Membership::economy).toList())
                .orElse(List.of(beneficiary)));
        return parties;
    }

    String fingerprint() {
        return agreements.fingerprint() + years;
    }
}
