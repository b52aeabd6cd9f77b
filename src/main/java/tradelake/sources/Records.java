package tradelake.sources;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The records of one file, one after another, each with its fields as text in numbered columns. */
interface Records extends Closeable {
    /** The names of the columns; to be asked for once, before the first record. */
    List<String> header() throws IOException;

    /** Moves to the next record; false after the last. */
    boolean next() throws IOException;

    /** Points at one field of the record; at nothing when it is empty. */
    void slice(int column, Slice into);

    /** Where the record begins: a line of a text, otherwise the number of the record. Unlike for every record. */
    long line();

    /** Why no field of the record can be read, in a file whose header has so many columns. */
    Optional<Flaw> flaw(int width);

    /** Whether the file ends in the middle of this record. */
    boolean cutOff(int width);

    /** The record as it stands in the file. */
    RawRecord raw();
}
