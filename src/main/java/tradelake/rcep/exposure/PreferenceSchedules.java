package tradelake.rcep.exposure;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tradelake.lake.BadInput;
import tradelake.lake.Fingerprint;
import tradelake.reference.Agreements;
import tradelake.reference.HsEdition;
import tradelake.reference.Reference;

/** The tariff schedules of a folder, read when a step first asks for them. */
public final class PreferenceSchedules {
    private final Path folder;
    private final boolean syntheticLake;
    private final Reference reference;
    private final Agreements agreements;
    private Optional<List<TariffLine>> lines = Optional.empty();

    /**
     * Those of a folder, which need not be there.
     *
     * @param syntheticLake whether the trade is made up: made-up schedules count beside such trade alone
     */
    public PreferenceSchedules(Path folder, boolean syntheticLake, Reference reference, Agreements agreements) {
        this.folder = folder;
        this.syntheticLake = syntheticLake;
        this.reference = reference;
        this.agreements = agreements;
    }

    synchronized List<TariffLine> lines() {
        if (lines.isEmpty()) {
            boolean counts = syntheticLake || !TariffLineFiles.isSynthetic(folder);
            lines = Optional.of(counts ? new TariffLineFiles(reference, agreements).in(folder) : List.of());
            requireOneRate(lines.get());
        }
        return lines.get();
    }

    private record Code(String agreement, String importer, String beneficiary, HsEdition edition, String code) {}

    /** Two rates of one code in one year would be averaged without a word. */
    private static void requireOneRate(List<TariffLine> lines) {
        Map<Code, TariffLine> last = new HashMap<>();
        lines.stream().sorted(Comparator.comparing(TariffLine::from)).forEach(line -> {
            Code code = new Code(line.agreement(), line.importer(), line.beneficiary(), line.edition(), line.code());
            TariffLine before = last.put(code, line);
            if (before != null && before.to().orElse(Integer.MAX_VALUE) >= line.from())
                throw new BadInput(
                        "%s gives %s of %s for %s a rate from %d on, and %s gives it one then too: keep one, or end it with year_to."
                                .formatted(
                                        line.source(),
                                        line.agreement(),
                                        line.code(),
                                        line.beneficiary(),
                                        line.from(),
                                        before.source()));
        });
    }

    /** Importers with a schedule of RCEP. */
    SortedSet<String> importers() {
        SortedSet<String> importers = new TreeSet<>();
        for (TariffLine line : lines()) if (line.agreement().equals(TariffLine.RCEP)) importers.add(line.importer());
        return importers;
    }

    SortedSet<String> beneficiaries() {
        SortedSet<String> all = new TreeSet<>();
        for (TariffLine line : lines()) all.add(line.beneficiary());
        return all;
    }

    String fingerprint() {
        return Fingerprint.of(lines().stream().map(TariffLine::toString).toList());
    }
}
