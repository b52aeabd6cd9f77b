package tradelake.sources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tradelake.lake.BadInput;

/** The files under the paths that a user names: all of a folder, but for those that begin with a dot or an
 * underscore, and notes (.md). */
public final class InputFiles {
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
        for (FileStatus child : system.listStatus(status.getPath())) {
            if (!isHidden(child.getPath().getName())) add(system, child);
        }
    }

    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_") || name.endsWith(".md");
    }
}
