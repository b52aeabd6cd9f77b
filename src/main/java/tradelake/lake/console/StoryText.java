package tradelake.lake.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tradelake.lake.Finding;
import tradelake.lake.Manifest;
import tradelake.lake.Manifest.WorkReport;
import tradelake.lake.Story;

/** The sentences and tables in which a story is told to people. */
final class StoryText {
    private StoryText() {}

    /** How many are stale, and the stale ones by reason. */
    static String plan(List<Story.Planned> plan) {
        List<Story.Planned> stale = plan.stream().filter(Story.Planned::stale).toList();
        if (stale.isEmpty()) return "Plan: nothing to do, %s fresh\n".formatted(Human.many(plan.size(), "job"));
        Map<String, String> byReason = stale.stream()
                .collect(Collectors.groupingBy(
                        Story.Planned::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Story.Planned::work, Collectors.joining(", "))));
        StringBuilder text =
                new StringBuilder("Plan: %d of %s stale\n".formatted(stale.size(), Human.many(plan.size(), "job")));
        byReason.forEach((reason, works) -> text.append("  %s: %s\n".formatted(reason, works)));
        return text.toString();
    }

    /** "gold.coverage: 1,204 rows in 3.1s, 4 rules ok, parts-exceed-total 12". */
    static String finished(WorkReport report) {
        String rules = report.rules() == 0 ? "" : ", %s ok".formatted(Human.many(report.rules(), "rule"));
        String findings = briefly(report.findings());
        return "%s: %s rows in %s%s%s"
                .formatted(
                        report.name(),
                        Human.count(report.rows()),
                        Human.duration(report.seconds()),
                        rules,
                        findings.isEmpty() ? "" : ", " + findings);
    }

    /** The end table, the findings by kind, and how the run ended. */
    static String ended(Manifest manifest) {
        return table(manifest.work()) + findings(manifest.work()) + labels(manifest) + status(manifest) + "\n";
    }

    /** What must be said over every answer, such as that the data are synthetic. */
    private static String labels(Manifest manifest) {
        return manifest.labels().stream()
                .map(label -> Display.printable(label) + "\n")
                .collect(Collectors.joining());
    }

    private static String table(List<WorkReport> reports) {
        if (reports.isEmpty()) return "";
        TextTable table = new TextTable(
                TextTable.Column.left("job"),
                TextTable.Column.right("rows"),
                TextTable.Column.right("took"),
                TextTable.Column.right("rules"),
                TextTable.Column.left("findings"));
        for (WorkReport report : reports)
            table.add(
                    report.name(),
                    Human.count(report.rows()),
                    Human.duration(report.seconds()),
                    report.rules() == 0 ? "" : report.rules() + " ok",
                    briefly(report.findings()));
        return "\n" + table + "\n";
    }

    private static String findings(List<WorkReport> reports) {
        List<FindingsByKind> kinds = FindingsByKind.of(
                reports.stream().flatMap(report -> report.findings().stream()).toList());
        if (kinds.isEmpty()) return "";
        TextTable table = new TextTable(
                TextTable.Column.left("finding"), TextTable.Column.right("rows"), TextTable.Column.left("for example"));
        for (FindingsByKind kind : kinds)
            table.add(
                    kind.kind(),
                    Human.count(kind.rows()),
                    kind.example() + (kind.others() == 0 ? "" : " (and %,d more)".formatted(kind.others())));
        return table + "\n";
    }

    private static String status(Manifest manifest) {
        String what =
                switch (manifest.status()) {
                    case "published" ->
                        manifest.work().isEmpty() ? "published what an earlier run had made" : "published";
                    case "unchanged" -> "nothing was stale; readers see what they saw";
                    case "built" -> "built, not published: other jobs are still stale";
                    default -> manifest.status();
                };
        String message = manifest.message() == null ? "" : ": " + Display.printable(manifest.message());
        return "Run %s: %s%s".formatted(manifest.run(), what, message);
    }

    private static String briefly(List<Finding> findings) {
        return FindingsByKind.of(findings).stream().map(FindingsByKind::brief).collect(Collectors.joining(", "));
    }
}
