package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk that one process finds where a folder is: Linux mounts it for that process alone, which needs no rights. */
record Disk(String mount, String end, Path folder) {

    /** An empty disk of so many bytes; what it holds when the process ends becomes the folder's. */
    static Disk ofBytes(long bytes, Path folder) {
        return new Disk(
                "mount -t tmpfs -o size=%d tmpfs \"$0\"".formatted(bytes),
                "cp -a \"$0\" \"$0.kept\"; umount \"$0\"; cp -a \"$0.kept/.\" \"$0\"; rm -r \"$0.kept\"",
                folder);
    }

    /** The folder with all that is in it, for reading alone. */
    static Disk readOnly(Path folder) {
        return new Disk("mount --bind \"$0\" \"$0\"; mount -o remount,ro,bind \"$0\"", "true", folder);
    }

    /** Whether this machine lets processes have disks of their own. */
    boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder(command(List.of("true"))).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What runs the command on this disk and ends with its exit code. */
    List<String> command(List<String> command) {
        String script = "mkdir -p \"$0\"; %s; code=0; \"$@\" || code=$?; %s; exit $code".formatted(mount, end);
        List<String> whole = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-ec", script, folder.toString()));
        whole.addAll(command);
        return whole;
    }
}
