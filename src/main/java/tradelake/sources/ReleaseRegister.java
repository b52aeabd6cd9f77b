package tradelake.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import tradelake.lake.BadInput;
import tradelake.lake.Finding;
import tradelake.sources.Release.Status;

/**
 * Every file that the lake knows, by the SHA-256 of its bytes, and whether its rows count. A file that changed under its path
 * replaces what was there; one that was forgotten stays so until it is named itself.
 */
public final class ReleaseRegister {
    private final Map<String, Release> byId = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Release> refused = new ArrayList<>();
    private int filesRead;
    private int copies;

    public ReleaseRegister(Collection<Release> known) {
        known.forEach(release -> byId.put(release.id(), release));
    }

    /** In the order of arrival. */
    public List<Release> releases() {
        return List.copyOf(byId.values());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The damaged trade files of the last {@link #read}: what could not be taken in. */
    public List<Release> refused() {
        return List.copyOf(refused);
    }

    /** One line on what the last {@link #read} met and what counts now. */
    public String summary() {
        long counting = byId.values().stream().filter(Release::isAccepted).count();
        return "Input: %,d %s read, %,d of them damaged, %,d copies of others; %,d %s in the lake"
                .formatted(
                        filesRead,
                        filesRead == 1 ? "file" : "files",
                        refused.size(),
                        copies,
                        counting,
                        counting == 1 ? "file counts" : "files count");
    }

    /**
     * Looks at every file under the inputs and reads those that are new or changed.
     *
     * @param inputs files or folders
     */
    public void read(Collection<Path> inputs, Configuration hadoop, int threads, Originals originals) {
        List<FileStatus> files = InputFiles.under(inputs, hadoop);
        Set<String> named = new HashSet<>();
        inputs.forEach(input -> named.add(input.toString()));
        Map<String, Release> unchanged = unchanged();
        List<FileStatus> unread = new ArrayList<>();
        Set<String> stillThere = new HashSet<>();
        for (FileStatus file : files) {
            Release known = unchanged.get(stamp(file.getPath().toString(), file.getLen(), file.getModificationTime()));
            if (known == null) unread.add(file);
            else {
                stillThere.add(known.facts().path());
                if (known.isAccepted()) originals.copy(known, hadoop);
                take(known, isNamed(file, named));
            }
        }
        List<FileFacts> facts = new FirstPass(hadoop, threads)
                .over(unread.stream().map(FileStatus::getPath).toList());
        filesRead = facts.size();
        for (int i : newestFirst(facts)) {
            Release found = Release.found(facts.get(i), unread.get(i).getModificationTime());
            refuseIfNamed(found, unread.get(i), named);
            if (isCopyOf(found, stillThere)) {
                copies++;
                replaceAt(found);
                continue;
            }
            if (found.isAccepted()) {
                originals.copy(found, hadoop);
                stillThere.add(found.facts().path());
            }
            take(found, isNamed(unread.get(i), named));
        }
    }

    /** So that of files with the same bytes the one whose name says when they were published counts, and the others are copies. */
    private static int[] newestFirst(List<FileFacts> facts) {
        return IntStream.range(0, facts.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> facts.get(i).published().orElse(LocalDate.MIN))
                        .reversed())
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Takes a file out and returns its path.
     *
     * @param file its path, the end of it from a folder on, or the first eight or more digits of its SHA-256; of one file alone
     */
    public String forget(String file) {
        List<Release> meant = byId.values().stream()
                .filter(Release::isAccepted)
                .filter(release -> release.isMeantBy(file))
                .toList();
        if (meant.isEmpty())
            throw new BadInput(
                    "Cannot forget %s: no file of this name, path or SHA-256 counts in the lake. `tradelake sql \"SELECT path, release FROM bronze.releases\"` lists them."
                            .formatted(file));
        if (meant.size() > 1) throw ambiguous(file, meant);
        Release release = meant.get(0);
        byId.put(release.id(), release.with(Status.FORGOTTEN));
        return release.facts().path();
    }

    private static BadInput ambiguous(String file, List<Release> meant) {
        return new BadInput("Cannot forget %s: it may mean %s. Give more of the path, or the SHA-256."
                .formatted(
                        file,
                        meant.stream().map(release -> release.facts().path()).collect(Collectors.joining(" or "))));
    }

    /** Whether the same bytes count already from another path, which still has them: where a file lies must not change. */
    private boolean isCopyOf(Release found, Set<String> stillThere) {
        Release known = byId.get(found.id());
        return known != null
                && known.isAccepted()
                && stillThere.contains(known.facts().path());
    }

    private void take(Release found, boolean named) {
        if (found.id().isEmpty()) {
            report(found);
            return;
        }
        Release known = byId.get(found.id());
        boolean forgotten = known != null && known.status() == Status.FORGOTTEN && !named;
        Optional<LocalDate> day =
                Optional.ofNullable(known).flatMap(it -> it.facts().published());
        Release now = Release.found(found.facts().publishedAs(day), found.modifiedMs());
        if (now.isAccepted()) replaceAt(now);
        byId.put(found.id(), forgotten ? now.with(Status.FORGOTTEN) : now);
        if (forgotten)
            findings.add(new Finding(
                    "forgotten-file",
                    "%s was taken out by forget and stays out: name the file itself as input to take it in again"
                            .formatted(now.facts().path()),
                    Math.max(1, now.facts().rows())));
        report(now);
    }

    /** Another file stands now where a release was found: that release no longer counts. */
    private void replaceAt(Release now) {
        for (Release other : List.copyOf(byId.values())) {
            boolean gone = !other.id().equals(now.id())
                    && other.isAccepted()
                    && other.facts().path().equals(now.facts().path());
            if (!gone) continue;
            byId.put(other.id(), other.with(Status.REPLACED));
            findings.add(new Finding(
                    "replaced-file",
                    "%s holds other bytes now; the rows of release %s no longer count"
                            .formatted(now.facts().path(), other.id()),
                    Math.max(1, other.facts().rows())));
        }
    }

    private void report(Release release) {
        switch (release.facts().verdict()) {
            case READABLE -> {}
            case DAMAGED -> {
                refused.add(release);
                findings.add(new Finding(
                        "damaged-file",
                        release.facts().message(),
                        Math.max(1, release.facts().rows()),
                        Finding.Severity.warning));
            }
            case NOT_A_TRADE_FILE ->
                findings.add(new Finding("not-a-trade-file", release.facts().message(), 1));
        }
    }

    private static void refuseIfNamed(Release found, FileStatus file, Set<String> named) {
        if (!found.isAccepted() && isNamed(file, named))
            throw new BadInput(found.facts().message());
    }

    private static boolean isNamed(FileStatus file, Set<String> named) {
        return named.contains(file.getPath().toString())
                || named.contains(file.getPath().toUri().getPath());
    }

    private Map<String, Release> unchanged() {
        Map<String, Release> unchanged = new HashMap<>();
        // What was refused may be of a format that is known now, and what other readers counted may be counted
        // otherwise.
        byId.values().stream()
                .filter(release -> release.facts().verdict() == Verdict.READABLE)
                .filter(release -> release.readBy() == Formats.REVISION)
                .forEach(release -> unchanged.put(
                        stamp(release.facts().path(), release.facts().bytes(), release.modifiedMs()), release));
        return unchanged;
    }

    private static String stamp(String path, long bytes, long modifiedMs) {
        return path + "|" + bytes + "|" + modifiedMs;
    }
}
