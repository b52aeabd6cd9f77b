package tradelake.lake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every step and every table of the program, in an order in which each step comes after those it reads from.
 *
 * @param works in that order
 */
public record Catalog(List<? extends Work> works) {

    public Catalog {
        works = List.copyOf(works);
        Map<String, String> makers = new HashMap<>();
        for (Work work : works) {
            for (Table input : work.inputs())
                if (!makers.containsKey(input.name()))
                    throw new IllegalStateException(
                            work.name() + " reads " + input + ", which no step before it makes");
            for (Table output : work.outputs())
                if (makers.put(output.name(), work.name()) != null)
                    throw new IllegalStateException(output + " is made twice");
        }
    }

    public List<Table> tables() {
        return works.stream().flatMap(work -> work.outputs().stream()).toList();
    }

    public Optional<Table> table(String name) {
        return tables().stream()
                .filter(table -> table.name().equals(name) || table.shortName().equals(name))
                .findFirst();
    }

    /** Which step makes each table, by table name. */
    Map<String, Work> makers() {
        Map<String, Work> makers = new LinkedHashMap<>();
        works.forEach(work -> work.outputs().forEach(output -> makers.put(output.name(), work)));
        return makers;
    }
}
