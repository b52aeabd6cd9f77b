package tradelake.cli;

import java.util.List;
import java.util.Locale;
import tradelake.lake.BadInput;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Table;

/** What is declared, as rows: the tables, and the columns of one. */
final class Listings {
    private Listings() {}

    static void tables(Catalog catalog, RowsOut out) {
        out.write(
                List.of(Heading.text("table"), Heading.text("one row per"), Heading.text("meaning")),
                catalog.tables().stream()
                        .map(table -> new Object[] {
                            table.name(),
                            String.join(", ", table.keyNames()),
                            table.meaning().en()
                        })
                        .toList());
    }

    static Table table(Catalog catalog, String name) {
        return catalog.table(name)
                .orElseThrow(
                        () -> new BadInput("No table is named %s. `tradelake tables` lists them.".formatted(name)));
    }

    static void columns(Table table, RowsOut out) {
        out.write(
                List.of(
                        Heading.text("column"),
                        Heading.text("type"),
                        Heading.text("unit"),
                        Heading.text("meaning"),
                        Heading.text("含义")),
                table.fields().stream().map(Listings::column).toList());
    }

    private static Object[] column(Field<?> field) {
        return new Object[] {
            field.name(),
            field.type().sql().toLowerCase(Locale.ROOT) + (field.nullable() ? ", may be null" : ""),
            field.unit(),
            field.meaning().en(),
            field.meaning().zh()
        };
    }
}
