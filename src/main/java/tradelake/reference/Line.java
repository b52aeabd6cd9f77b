package tradelake.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tradelake.lake.BadInput;

/** One line of a table: cells by column, absent ones empty, and where it stands for the sake of messages. */
public record Line(String file, long number, Map<String, String> cells) {
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    public String text(String column, String otherwise) {
        return has(column) ? text(column) : otherwise;
    }

    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    public String required(String column) {
        if (!has(column)) throw bad(column, "must not be empty: fill it in");
        return text(column);
    }

    public int integer(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw bad(column, "is not a whole number: write digits alone");
        }
    }

    public double decimal(String column) {
        try {
            return Double.parseDouble(text(column));
        } catch (NumberFormatException e) {
            throw bad(column, "is not a number: write it like 0.01");
        }
    }

    OptionalInt year(String column) {
        return has(column) ? OptionalInt.of(integer(column)) : OptionalInt.empty();
    }

    boolean flag(String column) {
        return switch (text(column)) {
            case "1" -> true;
            case "0", "" -> false;
            default -> throw bad(column, "is neither 1 nor 0: write one of them");
        };
    }

    public Optional<LocalDate> date(String column) {
        try {
            return has(column) ? Optional.of(LocalDate.parse(text(column))) : Optional.empty();
        } catch (DateTimeParseException e) {
            throw bad(column, "is not a date: write it like 2024-12-31");
        }
    }

    /** This line, with the cells it leaves empty taken from {@code before}. */
    Line over(Line before) {
        Map<String, String> merged = new LinkedHashMap<>(before.cells);
        cells.forEach((column, text) -> merged.merge(column, text, (old, now) -> now.isEmpty() ? old : now));
        return new Line(file, number, merged);
    }

    /**
     * Refuses a cell, saying where it stands.
     *
     * @param why what is wrong with the cell and what to do, such as "is not a date: write it like 2024-12-31"
     */
    public BadInput bad(String column, String why) {
        return new BadInput("%s line %d: %s '%s' %s".formatted(file, number, column, text(column), why));
    }
}
