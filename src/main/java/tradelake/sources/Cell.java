package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where one API field of a row comes from: a column, a constant, or something read off another column. */
@FunctionalInterface
interface Cell {
    /**
     * A column as it stands: what most cells are, so that whoever reads every row can do so without asking the cell.
     *
     * @param instead text for where the column is empty, itself empty for none
     */
    record Column(int index, byte[] instead) implements Cell {
        @Override
        public void locate(Records record, Slice into) {
            record.slice(index, into);
            if (into.length() == 0) into.set(instead);
        }

        @Override
        public Cell orElse(String text) {
            return instead.length > 0 ? this : new Column(index, text.getBytes(UTF_8));
        }
    }

    /** The field that a layout does not have. */
    Cell MISSING = (record, into) -> into.clear();

    /** Points the slice at the field's text in this record; at nothing when it is empty. */
    void locate(Records record, Slice into);

    static Cell column(int index) {
        return new Column(index, new byte[0]);
    }

    static Cell constant(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return (record, into) -> into.set(bytes);
    }

    /** This cell, or the given text where it is empty. */
    default Cell orElse(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return (record, into) -> {
            locate(record, into);
            if (into.length() == 0) into.set(bytes);
        };
    }

    /** This cell with 4.0 made 4: a number that is used as a code. */
    default Cell whole() {
        return (record, into) -> {
            locate(record, into);
            into.toWhole();
        };
    }

    /** The first so many bytes of this cell. */
    default Cell shortened(int length) {
        return (record, into) -> {
            locate(record, into);
            into.shorten(length);
        };
    }

    /** This cell with the given codes of at most eight bytes replaced; others stay as they are. */
    default Cell translated(Map<String, String> codes) {
        List<Map.Entry<String, String>> pairs = List.copyOf(codes.entrySet());
        long[] keys =
                pairs.stream().mapToLong(pair -> Slice.packed(pair.getKey())).toArray();
        byte[][] values =
                pairs.stream().map(pair -> pair.getValue().getBytes(UTF_8)).toArray(byte[][]::new);
        return (record, into) -> {
            locate(record, into);
            long packed = into.packed();
            for (int i = 0; i < keys.length; i++) if (keys[i] == packed) into.set(values[i]);
        };
    }

    /** What the rule makes of this cell's text; nothing where this cell is empty. */
    default Cell derived(Function<String, String> rule) {
        return (record, into) -> {
            locate(record, into);
            if (into.length() > 0) into.set(rule.apply(into.text()).getBytes(UTF_8));
        };
    }
}
