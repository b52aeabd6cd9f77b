package tradelake.lake;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * What a lake is lent by another beside which it stands: every table that it has not made itself, at the version that the
 * other's published run pins. The file {@code workspace.json} names the other, which is read and never written to.
 */
public final class Workspace {
    private static final String FILE = "workspace.json";

    private final ObjectStore lender;
    private final Manifest published;

    private Workspace(ObjectStore lender) {
        this.lender = lender;
        this.published = new Runs(lender)
                .published()
                .orElseThrow(() -> new BadInput(
                        "Nothing is published in the lake %s yet, so there is nothing to work beside. Refresh it first."
                                .formatted(lender.root())));
    }

    /** What the file says: the root of the lake that lends. */
    record Beside(String lake) {}

    /** Of a lake that is a workspace; empty for any other. */
    public static Optional<Workspace> of(ObjectStore store) {
        return beside(store).map(beside -> new Workspace(store.at(beside.lake())));
    }

    /** Makes an empty folder a workspace beside a lake; one that is that already stays as it is. */
    public static void make(ObjectStore store, ObjectStore lender) {
        String root = lender.root().toString();
        beside(lender).ifPresent(beside -> {
            throw new BadInput(
                    "%s is a workspace itself: work beside its lake, --lake %s.".formatted(root, beside.lake()));
        });
        if (isUnder(store.root(), lender.root()) || isUnder(lender.root(), store.root()))
            throw new BadInput("Cannot work in %s beside the lake %s: one lies inside the other. Choose another --out."
                    .formatted(store.root(), root));
        String is = beside(store)
                .map(beside -> "a workspace beside " + beside.lake())
                .orElse(store.names("runs").isEmpty() ? "" : "a lake of its own");
        if (is.endsWith(" beside " + root)) return;
        if (!is.isEmpty())
            throw new BadInput("Cannot work in %s beside the lake %s: it is %s. Choose another --out."
                    .formatted(store.root(), root, is));
        new Workspace(lender);
        store.put(FILE, Json.write(new Beside(root)));
    }

    private static Optional<Beside> beside(ObjectStore store) {
        return store.get(FILE).map(json -> {
            try {
                return Json.read(json, Beside.class);
            } catch (IOException e) {
                throw new BadInput(
                        "Cannot read %s: %s. Choose another --out.".formatted(store.path(FILE), e.getMessage()), e);
            }
        });
    }

    private static boolean isUnder(Path inner, Path outer) {
        return (inner + "/").startsWith(outer + "/");
    }

    /** The root of the other lake. */
    public String lake() {
        return lender.root().toString();
    }

    /** What readers of the other lake see. */
    public Manifest published() {
        return published;
    }

    /** Where something of the other lake lies. */
    public Path path(String key) {
        return lender.path(key);
    }

    /** What is published in the other lake, each table with the place where it lies. */
    public Manifest lent() {
        Map<String, Manifest.TableState> lent = new TreeMap<>();
        published.tables().forEach((name, state) -> lent.put(name, state.lentBy(lake())));
        return published.withTables(lent);
    }

    /**
     * What the workspace's next run starts from: what is lent, and what it made itself where the lent would have to be made
     * anew.
     *
     * @param own null before the first run
     */
    Manifest start(Manifest own, Staleness staleness) {
        Manifest lent = lent();
        if (own == null) return lent;
        Map<String, Manifest.TableState> made = new TreeMap<>();
        for (Table table : staleness.stale(lent)) {
            Manifest.TableState state = own.tables().get(table.name());
            if (state != null && !state.lent()) made.put(table.name(), state);
        }
        return lent.withTables(made);
    }
}
