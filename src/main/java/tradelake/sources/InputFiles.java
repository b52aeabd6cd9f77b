package tradelake.sources;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tradelake.lake.BadInput;

/**
 * The files under the paths that a user names: all of a folder, but for those that begin with a dot or an underscore, notes
 * (.md), and what a lake or a Delta table keeps for itself.
 */
public final class InputFiles {
    private static final String DELTA = "_delta_log";
    private static final Set<String> LAKE = Set.of("lock", "runs");

    private final Configuration hadoop;
    private final Map<String, FileStatus> found = new TreeMap<>();

    private InputFiles(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** Each file once, fully qualified, in the order of their paths. */
    public static List<FileStatus> under(Collection<Path> paths, Configuration hadoop) {
        InputFiles files = new InputFiles(hadoop);
        paths.forEach(files::addNamed);
        return List.copyOf(files.found.values());
    }

    /** Refuses inputs that do not exist or hold nothing that could be trade data; reads no further than that takes. */
    public static void requireSome(Collection<Path> paths, Configuration hadoop) {
        List<FileStatus> files = under(paths, hadoop);
        if (files.isEmpty())
            throw new BadInput("There is no file under %s: give another --input.".formatted(joined(paths)));
        if (files.stream().anyMatch(file -> mayBeTrade(file.getPath(), hadoop))) return;
        if (files.size() == 1)
            throw new BadInput(
                    new FirstPass(hadoop, 1).of(files.get(0).getPath()).message());
        throw new BadInput("None of the %,d files under %s is of a known format (%s): give another --input."
                .formatted(files.size(), joined(paths), Formats.names()));
    }

    /** What is damaged, empty or locked is for the first pass to tell. */
    private static boolean mayBeTrade(Path file, Configuration hadoop) {
        try (OpenedFile opened = OpenedFile.open(file, hadoop)) {
            do if (mayBeTrade(opened)) return true;
            while (opened.nextPart());
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean mayBeTrade(OpenedFile opened) {
        Head head = opened.head();
        return head.isEmpty() || opened.damage().isPresent() || Formats.of(head).isPresent();
    }

    private static String joined(Collection<Path> paths) {
        return paths.stream().map(Path::toString).collect(joining(", "));
    }

    /** A path that the user named is taken whatever its name. */
    private void addNamed(Path path) {
        try {
            FileSystem system = path.getFileSystem(hadoop);
            add(system, system.getFileStatus(path));
        } catch (FileNotFoundException e) {
            throw new BadInput("Cannot find the input %s: check the path.".formatted(path), e);
        } catch (IOException e) {
            throw new BadInput(
                    "Cannot list the input %s (%s): check its permissions.".formatted(path, e.getMessage()), e);
        }
    }

    private void add(FileSystem system, FileStatus status) throws IOException {
        if (status.isFile()) found.put(status.getPath().toString(), status);
        if (!status.isDirectory()) return;
        FileStatus[] children = system.listStatus(status.getPath());
        if (isOurs(children)) return;
        for (FileStatus child : children) {
            if (!isHidden(child.getPath().getName())) add(system, child);
        }
    }

    /** Whether these are what a Delta table or a lake has in its folder. */
    private static boolean isOurs(FileStatus[] children) {
        Set<String> folders = Arrays.stream(children)
                .filter(FileStatus::isDirectory)
                .map(child -> child.getPath().getName())
                .collect(toSet());
        return folders.contains(DELTA) || folders.containsAll(LAKE);
    }

    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_") || name.endsWith(".md");
    }
}
