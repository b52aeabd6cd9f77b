package tradelake.rcep.exposure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tradelake.lake.Fingerprint;
import tradelake.reference.Reference;

/** The tariff schedules of a folder, read when a step first asks for them. */
public final class Schedules {
    private final Path folder;
    private final boolean syntheticLake;
    private final Reference reference;
    private Optional<List<TariffLine>> lines = Optional.empty();

    /**
     * Those of a folder, which need not be there.
     *
     * @param syntheticLake whether the trade is made up: made-up schedules count beside such trade alone
     */
    public Schedules(Path folder, boolean syntheticLake, Reference reference) {
        this.folder = folder;
        this.syntheticLake = syntheticLake;
        this.reference = reference;
    }

    synchronized List<TariffLine> lines() {
        if (lines.isEmpty())
            lines = Optional.of(
                    TariffLineFiles.isSynthetic(folder) && !syntheticLake
                            ? List.of()
                            : new TariffLineFiles(reference).in(folder));
        return lines.get();
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
