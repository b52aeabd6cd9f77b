package tradelake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import tradelake.lake.BadInput;
import tradelake.lake.Settings;
import tradelake.lake.console.Human;
import tradelake.serve.SnapshotReader;

/** Looks at what a run will need, one thing a method. */
final class Checkup {
    private static final long GIB = 1L << 30;
    private static final long LEAST_HEAP = 2 * GIB;
    private static final long LEAST_DISK = 5 * GIB;

    private Checkup() {}

    static Check java(int version, String name) {
        if (version == 17 || version == 21) return Check.ok("java", name);
        String what = "Java %s; Spark 4.0 is made for 17 and 21. Set JAVA_HOME to one of these.".formatted(name);
        return version < 17 ? Check.failed("java", what) : Check.warning("java", what);
    }

    /** Spark reaches into the JDK; without the options of conf/jvm.options it fails late and obscurely. */
    static Check javaOptions() {
        boolean open = Object.class.getModule().isOpen("sun.nio.ch", Checkup.class.getModule());
        if (open) return Check.ok("java options", "conf/jvm.options is in force");
        return Check.failed(
                "java options", "Not started with conf/jvm.options: use bin/tradelake, or java @conf/jvm.options.");
    }

    static Check memory(long heap, int processors) {
        String what = "%s for Java, %s".formatted(Human.bytes(heap), Human.many(processors, "processor"));
        if (heap >= LEAST_HEAP) return Check.ok("memory", what);
        return Check.warning("memory", what + "; give it 2 GB or more: TRADELAKE_JAVA_OPTS=-Xmx2g");
    }

    static Check text(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) return Check.ok("text", "UTF-8");
        return Check.warning(
                "text", charset + "; file names that are not English need UTF-8: add -Dfile.encoding=UTF-8");
    }

    /** DuckDB is a native library: it may not be made for this machine. */
    static Check duckdb() {
        StringWriter version = new StringWriter();
        try (SqlAnswers duckdb = new SnapshotAnswers(SnapshotReader.ofNothing())) {
            duckdb.answer("SELECT library_version FROM pragma_version()", new TableOut(new PrintWriter(version)));
            return Check.ok(
                    "duckdb",
                    version.toString().lines().skip(1).findFirst().orElse("").strip());
        } catch (BadInput | LinkageError e) {
            String what =
                    "DuckDB does not run here (%s): ask with sql --engine spark, and refresh with --set snapshot.runs-kept=0";
            return Check.warning("duckdb", what.formatted(e.getMessage()));
        }
    }

    static Check settings(Supplier<Settings> settings) {
        try {
            return Check.ok(
                    "settings", Human.many(settings.get().changed().size(), "setting") + " differ from the default");
        } catch (BadInput e) {
            return Check.failed("settings", e.getMessage());
        }
    }

    /** Whether files can be made in the folder, or in the nearest one above it that exists, and how much room there is. */
    static Check folder(String name, String folder) {
        if (Home.isRemote(folder)) return Check.ok(name, folder + " is remote; --spark tries it");
        Path existing = Path.of(folder);
        while (!Files.exists(existing) && existing.getParent() != null) existing = existing.getParent();
        try {
            Files.delete(Files.createTempFile(existing, ".tradelake-doctor", ""));
            long free = Files.getFileStore(existing).getUsableSpace();
            String what = "%s is writable, %s free".formatted(folder, Human.bytes(free));
            return free >= LEAST_DISK ? Check.ok(name, what) : Check.warning(name, what + "; 5 GB or more are better");
        } catch (IOException e) {
            return Check.failed(
                    name, "Cannot write in %s: make it writable, or name another folder.".formatted(existing));
        }
    }
}
