package tradelake.sources.fetch;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import tradelake.sources.DatasetFacts;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;

/** Whether a file is readable and holds what was announced, and nothing else. */
final class Inspection {
    private final FirstPass firstPass = new FirstPass(new Configuration(), 1);
    private final Shelf shelf;

    Inspection(Shelf shelf) {
        this.shelf = shelf;
    }

    FileFacts facts(Path file) {
        return firstPass.of(new org.apache.hadoop.fs.Path(file.toUri()));
    }

    /** Why the file cannot stand for the dataset. */
    Optional<String> objection(Path file, FileFacts facts, Announced it) {
        if (!facts.isReadable()) return Optional.of(facts.message());
        if (!facts.datasets().stream().allMatch(dataset -> isUnknown(dataset) || isOf(dataset, it)))
            return Optional.of(
                    sentence("%s holds rows of another reporter, period or classification than %d, %s, %s.", file, it));
        return facts.datasets().stream().allMatch(Inspection::isUnknown)
                ? Optional.of(sentence("%s holds no row of reporter %d in %s (%s).", file, it))
                : Optional.empty();
    }

    private static String sentence(String form, Path file, Announced it) {
        return form.formatted(file.getFileName(), it.reporter(), it.period(), it.classification());
    }

    /** Rows that cannot be read are those of reporter 0. */
    private static boolean isUnknown(DatasetFacts dataset) {
        return dataset.reporter() == 0;
    }

    /** The API answers in whatever classification it has, a file is in one. */
    private boolean isOf(DatasetFacts dataset, Announced it) {
        return dataset.reporter() == it.reporter()
                && dataset.year() == it.year()
                && dataset.periods().contains(it.period())
                && (!shelf.holdsFiles()
                        || dataset.classification().isEmpty()
                        || dataset.classification().equals(it.classification()));
    }
}
