package tradelake.serve;

import java.util.stream.Collectors;

/** The text that lies beside a snapshot: what it is, how to open it, and what may not be done with it. */
final class SnapshotReadme {
    static final String LICENCE =
            "UN Comtrade restricts redistribution of its data: do not pass on this folder, or tables that come close to the data"
                    + " themselves, without the UN's permission. Derived figures may be published with the source named:"
                    + " https://comtrade.un.org/licenseagreement.html";

    private SnapshotReadme() {}

    static String of(Snapshot snapshot) {
        return """
                # Tradelake, run %s

                %sGold tables of one published run, made by tradelake %s. Money is current US dollars; shares, rates and growth are
                fractions (0.05 is five per cent); times are UTC.

                `%s` opens in DuckDB 1.0 and later (command line, Python, R, JDBC): schema `gold`, every table and column with a
                comment. `gold/*.parquet` are the same tables as files, sorted by key. Open the database read-only.

                | table | rows | in the database file |
                |---|---|---|
                %s
                Views read the Parquet files at %s/gold. Moved the folder? Run `tradelake refresh` again, or read the files:
                `SELECT * FROM 'gold/regional_shares.parquet'`.

                ## Licence

                %s
                """
                .formatted(
                        snapshot.run(),
                        snapshot.labels().stream()
                                .map(label -> "**" + label + ".**\n\n")
                                .collect(Collectors.joining()),
                        snapshot.code(),
                        Snapshot.DATABASE,
                        snapshot.tables().entrySet().stream()
                                .map(table -> "| %s | %,d | %s |\n"
                                        .formatted(
                                                table.getKey(),
                                                table.getValue().state().rows(),
                                                kind(table.getValue())))
                                .collect(Collectors.joining()),
                        snapshot.folder(),
                        LICENCE);
    }

    private static String kind(Snapshot.Part part) {
        if (part.inside()) return "table";
        return part.state().lent() ? "view of " + part.state().lake() + ", no file here" : "view";
    }
}
