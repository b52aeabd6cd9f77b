package tradelake.sources.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tradelake.lake.BadInput;

/**
 * Brings a folder up to what UN Comtrade has published: reads its list, and fetches what is not there or was published again.
 * A file is put in its place once it is whole and its first pass found it readable; what is cut short goes on from there.
 */
public final class Fetch {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Server server;
    private final Times times;
    private final Consumer<String> notes;

    /**
     * Who is asked.
     *
     * @param base such as https://comtradeapi.un.org
     * @param partners all partner codes that there are
     * @param rowsAtMost rows that one answer of the API has at most
     */
    public record Server(URI base, Optional<Key> key, Patience patience, List<String> partners, int rowsAtMost) {
        public Server {
            String scheme = String.valueOf(base.getScheme());
            if (!scheme.matches("https?") || !isPlain(base))
                throw new BadInput(
                        "Cannot fetch from %s (fetch.url): it must be an address such as https://comtradeapi.un.org."
                                .formatted(place(base)));
            if (scheme.equals("http") && key.isPresent() && !THIS_MACHINE.contains(base.getHost()))
                throw new BadInput(
                        "Cannot fetch from %s (fetch.url): the subscription key would travel unencrypted; use https."
                                .formatted(place(base)));
        }

        private static boolean isPlain(URI base) {
            return base.getHost() != null
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null;
        }

        /** Of an address that may hold a key what holds none. */
        private static String place(URI base) {
            if (base.getScheme() == null) return String.valueOf(base.getPath());
            return base.getScheme() + "://"
                    + Optional.ofNullable(base.getHost()).orElse("");
        }
    }

    /** @param notes is told what happens, a line at a time */
    public Fetch(Server server, Times times, Consumer<String> notes) {
        this.server = server;
        this.times = times;
        this.notes = notes;
    }

    /** What would be fetched, as the list says now; writes nothing into the folder. */
    public Fetched look(Wanted wanted, Path folder) {
        requireKey(wanted);
        Path scratch = Scratch.file();
        try (Holdings holdings = Holdings.seen(folder)) {
            return new Fetched(
                    announced(wanted, conversation(), scratch).stream()
                            .map(it -> Round.seen(it, wanted, holdings))
                            .toList(),
                    Optional.empty());
        } finally {
            scratch.toFile().delete();
        }
    }

    /** Fetches what is due. What was fetched before something failed is kept. */
    public Fetched into(Path folder, Wanted wanted) {
        requireKey(wanted);
        try (Holdings holdings = Holdings.open(folder)) {
            Conversation conversation = conversation();
            List<Announced> all = announced(wanted, conversation, holdings.part("list.json"));
            return new Round(server, wanted, conversation, holdings, times, notes).over(all);
        }
    }

    private Conversation conversation() {
        return new Conversation(server.base(), server.key(), server.patience(), times, notes);
    }

    private List<Announced> announced(Wanted wanted, Conversation conversation, Path scratch) {
        List<Announced> all = new Announcements(conversation, wanted, scratch).read();
        if (all.isEmpty()) notes.accept("UN Comtrade's list has nothing of these reporters and periods.");
        return all;
    }

    private void requireKey(Wanted wanted) {
        if (wanted.shelf().needsKey() && server.key().isEmpty())
            throw new BadInput(
                    "--from %s needs a subscription key of UN Comtrade: set %s, or name a file with --key-file; --from preview asks for none."
                            .formatted(wanted.shelf(), Key.VARIABLE));
    }
}
