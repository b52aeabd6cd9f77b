package tradelake.sources;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of one trade file, one after another, each as the 47 API fields. Rows that cannot be used are returned like
 * the others, with their problem and with whatever fields can be read. Nothing is parsed that is not asked for, but for
 * the fields that decide whether a row is usable.
 */
public interface RowCursor extends Closeable {
    /** What {@link #intOf} gives for an empty field. */
    int NO_INT = Integer.MIN_VALUE;

    /** Moves to the next row; false after the last. */
    boolean next() throws IOException;

    /** The line of the file on which the row begins; the header is line 1. */
    long line();

    /** Whether the row has no problem. */
    boolean usable();

    /** Why the row cannot be used. */
    Optional<Problem> problem();

    /** Whether the file ends in the middle of this row. */
    boolean cutOff();

    /** A whole number, or {@link #NO_INT} when empty or unreadable. */
    int intOf(ApiField field);

    /** A finite number, or NaN when empty or unreadable. */
    double doubleOf(ApiField field);

    /** True or false, or nothing when empty or unreadable. */
    Optional<Boolean> booleanOf(ApiField field);

    /** The text without blanks around it, "" when empty. */
    String textOf(ApiField field);

    /** The same text for Spark. */
    UTF8String utf8Of(ApiField field);

    /** A short text as a number, for comparing codes without making strings: see {@link Slice#packed}. */
    long packedOf(ApiField field);
}
