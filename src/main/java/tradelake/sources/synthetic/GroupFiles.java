package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import tradelake.reference.HsEdition;

/** Writes the files of group reporters, whose values stand in their members' files already. */
final class GroupFiles {
    private static final int EUROPEAN_UNION = 97;
    private static final Map<Integer, String> KEYS = Map.of(EUROPEAN_UNION, "EUR", 975, "R4");

    private final SyntheticWorld world;
    private final Path folder;

    GroupFiles(SyntheticWorld world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** The file of a group in the year of the quirk. */
    SampleFile write(Quirk quirk, List<Planted> truth) {
        int year = quirk.firstYear();
        HsEdition edition = year < 2017 ? HsEdition.H4 : HsEdition.H5;
        Trader group = Trader.group(quirk.reporter(), KEYS.get(quirk.reporter()), quirk.note(), edition);
        Report report = new Report(world, group, year, sum(quirk, Flow.M), sum(quirk, Flow.X));
        String day = Publication.day(world.noise(), group.code(), year);
        Publication file = Publication.ofGroup(group.key(), group.code(), year, edition, day);
        SampleFile.Written written = write(report, file);
        for (Flow flow : Flow.values()) {
            Cells cells = report.cells(flow);
            truth.add(Planted.of(quirk, group, year, flow.name(), cells.sum(cells::inWorld))
                    .in(file.file(), written.rows()));
        }
        return new SampleFile(
                file.file(),
                "bulk",
                group.code(),
                Integer.toString(year),
                edition.name(),
                written.rows(),
                written.textCrc32());
    }

    private SampleFile.Written write(Report report, Publication file) {
        try {
            return SampleFile.write(folder.resolve(file.file()), world.scale().compression(), text -> {
                Tally tally = Tally.of(new BulkFile(text, false), row -> true);
                tally.begin(report.reporter().head(file.year()));
                report.write(file.edition(), tally);
                return tally.rows();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file.file() + " to " + folder, e);
        }
    }

    private Cells sum(Quirk quirk, Flow flow) {
        Set<Integer> members =
                Embedded.words(quirk.item()).stream().map(Integer::valueOf).collect(Collectors.toSet());
        IntPredicate partners =
                quirk.reporter() == EUROPEAN_UNION ? partner -> !members.contains(partner) : any -> true;
        List<Cells> all = members.stream()
                .sorted()
                .map(world.traders()::coded)
                .map(member -> new Declarations(world, member).of(flow, quirk.firstYear()))
                .toList();
        return Cells.sum(all, partners);
    }
}
