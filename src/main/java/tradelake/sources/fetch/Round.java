package tradelake.sources.fetch;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.TryLater;
import tradelake.sources.FileFacts;
import tradelake.sources.fetch.Fetched.Item;
import tradelake.sources.fetch.Fetched.State;

/**
 * One run over the list. A dataset that cannot be had does not keep the others away: the run ends before its end only where the
 * server will hear nothing more, or after two datasets in a row that could not be had.
 */
final class Round {
    private static final int NAMED = 3;
    private static final int MOST_IN_A_ROW = 2;

    private final Wanted wanted;
    private final Conversation conversation;
    private final Holdings holdings;
    private final Answers answers;
    private final Inspection inspection;
    private final Times times;
    private final Consumer<String> notes;
    private final List<Item> items = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private int inARow;

    Round(
            Fetch.Server server,
            Wanted wanted,
            Conversation conversation,
            Holdings holdings,
            Times times,
            Consumer<String> notes) {
        this.wanted = wanted;
        this.conversation = conversation;
        this.holdings = holdings;
        this.answers = new Answers(conversation, wanted, server.partners(), server.rowsAtMost());
        this.inspection = new Inspection(wanted.shelf());
        this.times = times;
        this.notes = notes;
    }

    Fetched over(List<Announced> all) {
        for (Announced it : all) {
            attempt(it);
            if (conversation.isOver() || inARow == MOST_IN_A_ROW) break;
        }
        int looked = items.size();
        all.stream().skip(looked).map(it -> seen(it, wanted, holdings)).forEach(items::add);
        return new Fetched(List.copyOf(items), ending(looked));
    }

    private void attempt(Announced it) {
        try {
            items.add(one(it));
            inARow = 0;
        } catch (Damaged e) {
            failed(it, State.damaged, e);
            inARow = 0;
        } catch (CheckFailed e) {
            failed(it, State.due, e);
        } catch (TryLater | BadInput e) {
            failed(it, State.due, e);
            inARow++;
        }
    }

    private void failed(Announced it, State state, RuntimeException why) {
        failures.add(why);
        items.add(item(it, wanted, state, it.rows()));
    }

    private Optional<RuntimeException> ending(int looked) {
        return failures.stream().min(Comparator.comparing(Round::rank)).map(gravest -> like(gravest, account(looked)));
    }

    /** What the user can mend comes first, what mends itself last. */
    private static int rank(RuntimeException failure) {
        return failure instanceof BadInput ? 0 : failure instanceof TryLater ? 2 : 1;
    }

    private static RuntimeException like(RuntimeException failure, String message) {
        return failure instanceof BadInput
                ? new BadInput(message, failure)
                : failure instanceof TryLater ? new TryLater(message) : new CheckFailed(message);
    }

    private String account(int looked) {
        String reasons = failures.stream()
                .map(RuntimeException::getMessage)
                .distinct()
                .limit(NAMED)
                .collect(joining(" "));
        return looked == items.size()
                ? "%,d of %,d datasets could not be had, all else is there: %s"
                        .formatted(failures.size(), items.size(), reasons)
                : "%,d of %,d datasets were looked at, %,d fetched and kept, %,d could not be had: %s"
                        .formatted(looked, items.size(), count(State.fetched), failures.size(), reasons);
    }

    private long count(State state) {
        return new Fetched(items, Optional.empty()).count(state);
    }

    static Item seen(Announced it, Wanted wanted, Holdings holdings) {
        return there(it, wanted, holdings).orElseGet(() -> item(it, wanted, State.due, it.rows()));
    }

    private static Optional<Item> there(Announced it, Wanted wanted, Holdings holdings) {
        return holdings.held(it.fileName(wanted.shelf(), wanted.frequency()), wanted.asked(), it.edition())
                .map(held -> item(it, wanted, State.there, held.rows()));
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

    private Item one(Announced it) {
        String file = it.fileName(wanted.shelf(), wanted.frequency());
        return there(it, wanted, holdings).or(() -> adopted(file, it)).orElseGet(() -> fetched(file, it));
    }

    /** A file that another program fetched under the name that UN Comtrade's own client gives. */
    private Optional<Item> adopted(String file, Announced it) {
        Optional<Path> found = wanted.shelf().holdsFiles() ? holdings.unrecorded(file) : Optional.empty();
        return found.flatMap(path -> {
            FileFacts facts = inspection.facts(path);
            if (inspection.objection(path, facts, it).isPresent()) return Optional.empty();
            holdings.record(held(file, it, facts));
            return Optional.of(item(it, wanted, State.there, facts.rows()));
        });
    }

    private Item fetched(String file, Announced it) {
        notes.accept("Fetching %s %s".formatted(file, it.size()).strip());
        Path part = holdings.part(file);
        if (wanted.shelf().holdsFiles()) return placed(part, it, wholeFile(part, it));
        if (answers.write(it, part)) return placed(part, it, examined(part, it));
        notes.accept("Reporter %d in %s: the answer has no rows, though the list announces %,d."
                .formatted(it.reporter(), it.period(), it.rows()));
        return item(it, wanted, State.empty, 0);
    }

    /** A file that was put together of parts of two is known by its checksum: it is fetched once more, whole. */
    private FileFacts wholeFile(Path part, Announced it) {
        boolean begun = part.toFile().length() > 0;
        conversation.download(it.path(), part);
        if (begun && !inspection.facts(part).isReadable()) {
            part.toFile().delete();
            conversation.download(it.path(), part);
        }
        return examined(part, it);
    }

    private FileFacts examined(Path part, Announced it) {
        FileFacts facts = inspection.facts(part);
        inspection.objection(part, facts, it).ifPresent(objection -> {
            part.toFile().delete();
            throw new Damaged(conversation.masked(objection));
        });
        return facts;
    }

    private Item placed(Path part, Announced it, FileFacts facts) {
        String file = part.getFileName().toString();
        holdings.place(part, held(file, it, facts));
        return item(it, wanted, State.fetched, facts.rows());
    }

    private Holdings.Held held(String file, Announced it, FileFacts facts) {
        return Holdings.held(file, wanted, it, facts, times.now().toString());
    }
}
