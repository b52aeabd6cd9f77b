package tradelake.sources;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** The formats that can be read. A new one is a class of its own and a word here. */
public final class Formats {
    public static final List<Format> ALL = List.of(
            new ComtradeBulk(),
            new TariffLines(),
            new ComtradeTsv(),
            new ComtradeCsv(),
            new LegacyCsv(),
            new ApiJson(),
            new ComtradeParquet());

    /** Raised by hand when a reader counts or reads a row differently: files that were examined before are examined again. */
    static final int REVISION = 1;

    private Formats() {}

    /** The names of all formats, for messages. */
    static String names() {
        return ALL.stream().map(Format::name).collect(joining(", "));
    }

    /** The format of a file that begins like this. */
    public static Optional<Format> of(Head head) {
        return ALL.stream().filter(format -> format.recognises(head)).findFirst();
    }
}
