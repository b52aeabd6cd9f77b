package tradelake.sources.fetch;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.TryLater;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;
import tradelake.sources.fetch.Fetched.Item;
import tradelake.sources.fetch.Fetched.State;

/**
 * Brings a folder up to what UN Comtrade has published: reads its list, and fetches what is not there or was published again.
 * A file is put in its place once it is whole and its first pass found it readable; what is cut short goes on from there.
 */
public final class Fetch {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int NAMED = 3;

    private final Server server;
    private final Times times;
    private final Consumer<String> notes;
    private final FirstPass firstPass = new FirstPass(new Configuration(), 1);

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
            if (!scheme.matches("https?") || base.getHost() == null || base.getRawQuery() != null)
                throw new BadInput(
                        "Cannot fetch from %s (fetch.url): it must be an address such as https://comtradeapi.un.org."
                                .formatted(base));
            if (scheme.equals("http") && key.isPresent() && !THIS_MACHINE.contains(base.getHost()))
                throw new BadInput(
                        "Cannot fetch from %s (fetch.url): the subscription key would travel unencrypted; use https."
                                .formatted(base));
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
                            .map(it -> seen(it, wanted, holdings))
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
            return new Round(wanted, conversation, holdings).over(all);
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

    private static Item seen(Announced it, Wanted wanted, Holdings holdings) {
        boolean there = holdings.has(it.fileName(wanted.shelf(), wanted.frequency()), wanted.asked(), it.edition());
        return item(it, wanted, there ? State.there : State.due, it.rows());
    }

    private static Item item(Announced it, Wanted wanted, State state, long rows) {
        return new Item(
                it.reporter(),
                it.period(),
                it.classification(),
                it.day().toString(),
                state,
                it.fileName(wanted.shelf(), wanted.frequency()),
                rows,
                it.size());
    }

    /** One run over the list. */
    private final class Round {
        private final Wanted wanted;
        private final Conversation conversation;
        private final Holdings holdings;
        private final Answers answers;
        private final List<Item> items = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Round(Wanted wanted, Conversation conversation, Holdings holdings) {
            this.wanted = wanted;
            this.conversation = conversation;
            this.holdings = holdings;
            this.answers = new Answers(conversation, wanted, server.partners(), server.rowsAtMost());
        }

        Fetched over(List<Announced> all) {
            for (Announced it : all) {
                try {
                    items.add(one(it));
                } catch (TryLater e) {
                    return new Fetched(withRest(all), Optional.of(new TryLater(kept(all.size()) + e.getMessage())));
                } catch (CheckFailed e) {
                    failures.add(e.getMessage());
                    items.add(item(it, wanted, State.damaged, 0));
                }
            }
            return new Fetched(List.copyOf(items), failure());
        }

        private List<Item> withRest(List<Announced> all) {
            List<Item> told = new ArrayList<>(items);
            all.stream()
                    .skip(items.size())
                    .map(it -> seen(it, wanted, holdings))
                    .forEach(told::add);
            return List.copyOf(told);
        }

        private String kept(int all) {
            long fetched = new Fetched(items, Optional.empty()).count(State.fetched);
            return "%,d of %,d datasets were looked at, %,d fetched and kept. ".formatted(items.size(), all, fetched);
        }

        private Optional<RuntimeException> failure() {
            if (failures.isEmpty()) return Optional.empty();
            return Optional.of(new CheckFailed("%,d of %,d datasets could not be had, all else is there: %s"
                    .formatted(
                            failures.size(),
                            items.size(),
                            failures.stream().limit(NAMED).collect(joining(" ")))));
        }

        private Item one(Announced it) {
            String file = it.fileName(wanted.shelf(), wanted.frequency());
            if (holdings.has(file, wanted.asked(), it.edition())) return item(it, wanted, State.there, it.rows());
            Optional<Item> adopted = wanted.shelf().holdsFiles() ? adopted(file, it) : Optional.empty();
            if (adopted.isPresent()) return adopted.get();
            notes.accept("Fetching %s %s".formatted(file, it.size()).strip());
            Path part = holdings.part(file);
            if (wanted.shelf().holdsFiles()) return placed(part, it, wholeFile(part, it));
            if (answers.write(it, part)) return placed(part, it, examined(part, it));
            notes.accept("Reporter %d in %s: the answer has no rows, though the list announces %,d."
                    .formatted(it.reporter(), it.period(), it.rows()));
            return item(it, wanted, State.empty, 0);
        }

        /** A file that another program fetched under the name that UN Comtrade's own client gives. */
        private Optional<Item> adopted(String file, Announced it) {
            return holdings.unrecorded(file)
                    .map(this::facts)
                    .filter(FileFacts::isReadable)
                    .map(facts -> {
                        holdings.record(Holdings.held(
                                file, wanted, it, facts, times.now().toString()));
                        return item(it, wanted, State.there, facts.rows());
                    });
        }

        /** A file that was put together of parts of two is known by its checksum: it is fetched once more, whole. */
        private FileFacts wholeFile(Path part, Announced it) {
            boolean begun = part.toFile().length() > 0;
            conversation.download(it.path(), part);
            if (begun && !facts(part).isReadable()) {
                part.toFile().delete();
                conversation.download(it.path(), part);
            }
            return examined(part, it);
        }

        private FileFacts examined(Path part, Announced it) {
            FileFacts facts = facts(part);
            if (facts.isReadable() && holdsNoOther(facts, it)) return facts;
            part.toFile().delete();
            throw new CheckFailed(
                    facts.isReadable()
                            ? "%s holds rows of another reporter.".formatted(part.getFileName())
                            : facts.message());
        }

        /** Rows that cannot be read are those of reporter 0. */
        private boolean holdsNoOther(FileFacts facts, Announced it) {
            return facts.datasets().stream()
                    .allMatch(dataset -> dataset.reporter() == it.reporter() || dataset.reporter() == 0);
        }

        private FileFacts facts(Path file) {
            return firstPass.of(new org.apache.hadoop.fs.Path(file.toUri()));
        }

        private Item placed(Path part, Announced it, FileFacts facts) {
            String file = part.getFileName().toString();
            holdings.place(
                    part, Holdings.held(file, wanted, it, facts, times.now().toString()));
            return item(it, wanted, State.fetched, facts.rows());
        }
    }
}
