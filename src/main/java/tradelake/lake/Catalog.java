package tradelake.lake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The page docs/tables.md: what each table holds, one row per what, columns, rules, sources. */
    public String toMarkdown() {
        return "# Tables\n\nWritten by a test from the declarations in the code; do not edit. Money is current US dollars, "
                + "shares and growth are fractions (0.05 is five per cent).\n"
                + tables().stream().map(Catalog::section).collect(Collectors.joining());
    }

    /** One table as Markdown, English first, Chinese beside it. */
    public static String section(Table table) {
        StringBuilder page = new StringBuilder(
                "\n## " + table.name() + "\n\n" + table.meaning().en() + " "
                        + table.meaning().zh() + "\n\nOne row per " + String.join(", ", table.keyNames()) + "."
                        + (table.partitions().isEmpty()
                                ? ""
                                : " Partitioned by " + String.join(", ", table.partitionNames()) + ".")
                        + (table.sources().isEmpty() ? "" : " Sources: " + String.join("; ", table.sources()) + ".")
                        + "\n\n| column | type | unit | meaning | 含义 |\n|---|---|---|---|---|\n");
        for (Field<?> field : table.fields())
            page.append("| %s%s | %s%s | %s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            table.key().contains(field) ? " (key)" : "",
                            field.type().sql().toLowerCase(Locale.ROOT),
                            field.nullable() ? ", may be null" : "",
                            field.unit(),
                            field.meaning().en(),
                            field.meaning().zh()));
        if (!table.rules().isEmpty()) {
            page.append("\nAlways, in every row:\n\n");
            for (Rule rule : table.rules()) page.append("- %s: `%s`\n".formatted(rule.name(), rule.sql()));
        }
        return page.toString();
    }
}
