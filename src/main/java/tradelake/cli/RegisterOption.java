package tradelake.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the published run is shown in Spark's catalog. */
final class RegisterOption {
    @Option(
            names = "--register",
            paramLabel = "CATALOG.SCHEMA",
            description =
                    "Also show the published run as views in a schema of Spark's catalog, such as spark_catalog.trade:"
                            + " docs/clients.md.")
    private String typed;

    Optional<CatalogSchema> schema() {
        return Optional.ofNullable(typed).map(CatalogSchema::parse);
    }
}
