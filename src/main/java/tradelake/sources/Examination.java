package tradelake.sources;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** The first pass over one file: its parts one after another, all of which must be of one format. */
final class Examination {
    private final Path file;
    private final OpenedFile opened;
    private final FileTally tally = new FileTally();
    private Optional<Format> format = Optional.empty();

    Examination(Path file, OpenedFile opened) {
        this.file = file;
        this.opened = opened;
    }

    FileFacts facts() throws IOException {
        Refusal refusal = refusal();
        if (refusal.verdict() == Verdict.NOT_A_TRADE_FILE) format = Optional.empty();
        StoredBytes stored = opened.drained();
        return new FileFacts(
                file.toString(),
                stored.sha256(),
                stored.count(),
                format.map(Format::name),
                format.map(Format::kind),
                PublicationDate.in(file.getName()),
                refusal.verdict(),
                refusal.reason(),
                refusal.message(),
                tally.rows(),
                tally.rowsWithProblem(),
                tally.rowsWithoutValue(),
                tally.value(),
                tally.synthetic(),
                tally.datasets());
    }

    private Refusal refusal() throws IOException {
        if (opened.isOfficeDocument()) return Refusal.office(file.getName());
        try {
            Refusal refusal;
            do refusal = part();
            while (refusal.verdict() == Verdict.READABLE && opened.nextPart());
            return refusal;
        } catch (DamagedContent e) {
            return Refusal.damaged(name(), e);
        } catch (ForeignContent e) {
            return Refusal.foreign(name(), e);
        }
    }

    /** Reads all rows of a part. */
    private Refusal part() throws IOException {
        Optional<Format> found = Formats.of(opened.head());
        if (found.isEmpty()) return unrecognised();
        if (format.isPresent() && !format.equals(found))
            return Refusal.mixed(file.getName(), format.get(), found.get());
        format = found;
        long before = tally.rows();
        try (RowCursor rows = found.get().open(opened.content())) {
            tally.addAll(rows);
        }
        if (found.get().isOneAnswer(opened.head())) AnswerCap.refuse(tally.rows() - before);
        return tally.isCutOff() ? Refusal.lastLineCut(name()) : Refusal.NONE;
    }

    private Refusal unrecognised() {
        return opened.damage()
                .map(damage -> Refusal.damaged(name(), damage))
                .orElseGet(() -> Refusal.unrecognised(name(), opened.head()));
    }

    private String name() {
        return opened.part().isEmpty() ? file.getName() : file.getName() + ", in it " + opened.part() + ",";
    }
}
