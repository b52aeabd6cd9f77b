package tradelake.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers SQL from the published run. */
@Command(
        name = "sql",
        header = "Answer SQL from the published run; without a statement, a shell.",
        description = {
            "DuckDB answers from the published snapshot: the tables of gold, in about a second. With --engine spark every table is"
                    + " there, silver and bronze too, at the version that the published run pins; so is a lake on S3."
        },
        footer = {
            "%nExamples:",
            "  tradelake sql \"SELECT year, intra_share FROM gold.regional_shares WHERE group_id = 'RCEP' AND is_headline\"",
            "  tradelake sql -o csv \"SELECT * FROM gold.coverage\" > coverage.csv",
            "  tradelake sql --out shares.parquet \"SELECT * FROM gold.regional_shares WHERE group_id = 'ASEAN'\"",
            "  tradelake sql --engine spark \"SELECT reason, sum(rows) FROM silver.ledger GROUP BY reason\""
        })
final class SqlCommand extends LakeCommand {
    @Mixin
    private SqlOutput output;

    @Option(
            names = "--engine",
            paramLabel = "duckdb|spark",
            description = "What answers. Default: duckdb; where only Spark can answer, it does, and a note says why.")
    private Engine engine = Engine.duckdb;

    @Parameters(arity = "0..1", paramLabel = "SELECT", description = "One statement, in quotation marks.")
    private String statement;

    SqlCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.sql(setup, new Question(engine, Optional.ofNullable(statement), output.to(out()), output.parquet()));
    }
}
