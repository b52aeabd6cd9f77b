package tradelake.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tradelake.lake.BadInput;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Manifest;
import tradelake.lake.Table;
import tradelake.reference.Economies;
import tradelake.reference.Economy;
import tradelake.sources.fetch.Fetched;

/** What is declared, as rows: the tables, and the columns of one. */
final class Listings {
    private Listings() {}

    /**
     * Every table that is declared.
     *
     * @param published what readers see, for rows and versions; a table that is not in it has none
     */
    static void tables(Catalog catalog, Optional<Manifest> published, RowsOut out) {
        Map<String, Manifest.TableState> states =
                published.map(Manifest::tables).orElse(Map.of());
        out.write(
                List.of(
                        Heading.text("table"),
                        Heading.number("rows"),
                        Heading.number("version"),
                        Heading.text("one row per"),
                        Heading.text("meaning")),
                catalog.tables().stream()
                        .map(table -> {
                            Manifest.TableState state = states.get(table.name());
                            return new Object[] {
                                table.name(),
                                state == null ? null : state.rows(),
                                state == null ? null : state.version(),
                                String.join(", ", table.keyNames()),
                                table.meaning().en()
                            };
                        })
                        .toList());
    }

    /** Every dataset of a list, and what became of it. */
    static void fetched(Fetched fetched, Economies economies, RowsOut out) {
        out.write(
                List.of(
                        Heading.text("reporter"),
                        Heading.text("period"),
                        Heading.text("edition"),
                        Heading.text("published"),
                        Heading.text("state"),
                        Heading.number("rows"),
                        Heading.text("size"),
                        Heading.text("file")),
                fetched.items().stream()
                        .map(item -> new Object[] {
                            economies.byCode(item.reporter()).map(Economy::key).orElse("" + item.reporter()),
                            item.period(),
                            item.classification(),
                            item.published(),
                            item.state().name(),
                            item.rows() == 0 ? null : item.rows(),
                            item.size(),
                            item.file()
                        })
                        .toList());
    }

    /** Every run, the newest first. */
    static void runs(List<Manifest> runs, Optional<Manifest> published, RowsOut out) {
        String seen = published.map(Manifest::run).orElse("");
        out.write(
                List.of(
                        Heading.text("run"),
                        Heading.text("status"),
                        Heading.text("readers see it"),
                        Heading.text("started"),
                        Heading.number("seconds"),
                        Heading.number("steps made"),
                        Heading.number("findings"),
                        Heading.text("code"),
                        Heading.text("message")),
                runs.stream()
                        .map(run -> new Object[] {
                            run.run(),
                            run.status(),
                            run.run().equals(seen) ? "yes" : "",
                            toSecond(run.started()).toString(),
                            run.finished() == null ? null : secondsOf(run),
                            (long) run.work().size(),
                            run.work().stream()
                                    .mapToLong(work -> work.findings().size())
                                    .sum(),
                            run.code(),
                            run.message()
                        })
                        .toList());
    }

    /** What each table took and how much of that is free now, the most first. */
    static void freed(List<Maintenance.Freed> tables, RowsOut out) {
        out.write(
                List.of(Heading.text("table"), Heading.number("bytes before"), Heading.number("bytes freed")),
                tables.stream()
                        .filter(table -> table.freed() > 0)
                        .sorted(Comparator.comparingLong(Maintenance.Freed::freed)
                                .reversed())
                        .map(it -> new Object[] {it.table().name(), it.bytes(), it.freed()})
                        .toList());
    }

    /** Tables whose content differs between two runs. */
    static void differences(List<RunDiff.Difference> differences, RowsOut out) {
        out.write(
                List.of(
                        Heading.text("table"),
                        Heading.number("rows gone"),
                        Heading.number("rows added"),
                        Heading.number("rows changed"),
                        Heading.text("columns changed")),
                differences.stream()
                        .map(it -> new Object[] {
                            it.table().name(), it.gone(), it.added(), it.changed(), String.join(" ", it.columns())
                        })
                        .toList());
    }

    private static long secondsOf(Manifest run) {
        return Duration.between(toSecond(run.started()), toSecond(run.finished()))
                .toSeconds();
    }

    private static Instant toSecond(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS);
    }

    static Table table(Catalog catalog, String name) {
        return catalog.table(name)
                .orElseThrow(
                        () -> new BadInput("No table is named %s. `tradelake tables` lists them.".formatted(name)));
    }

    static void columns(Table table, Language language, RowsOut out) {
        out.write(
                List.of(
                        Heading.text(language.of("column", "列")),
                        Heading.text(language.of("type", "类型")),
                        Heading.text(language.of("unit", "单位")),
                        Heading.text(language.of("meaning", "含义"))),
                table.fields().stream().map(field -> column(field, language)).toList());
    }

    private static Object[] column(Field<?> field, Language language) {
        return new Object[] {
            field.name(),
            field.type().sql().toLowerCase(Locale.ROOT)
                    + (field.nullable() ? language.of(", may be null", "，可为空") : ""),
            language.unit(field.unit()),
            language.of(field.meaning())
        };
    }
}
