package tradelake.sources;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import tradelake.lake.BadInput;

/**
 * Serves the rows of trade files, of whatever formats, to Spark, those with a problem too: one row per row of a file.
 * <pre>
 * spark.read().format(ComtradeSource.class.getName()).option(ComtradeSource.FILES, SourceFile.toJson(files)).load()
 * </pre>
 * The columns are {@link ComtradeRows#SCHEMA}; only those asked for are parsed.
 */
public final class ComtradeSource implements TableProvider {
    /** The option that names the files: {@link SourceFile#toJson}. */
    public static final String FILES = "files";

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return ComtradeRows.SCHEMA;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new Rows();
    }

    /** The rows of the files as a table. */
    private static final class Rows implements Table, SupportsRead {
        @Override
        public String name() {
            return "comtrade files";
        }

        @Override
        @Deprecated
        public StructType schema() {
            return ComtradeRows.SCHEMA;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            String files = Optional.ofNullable(options.get(FILES))
                    .orElseThrow(() -> new BadInput("Cannot read trade files without the option %s.".formatted(FILES)));
            return new ComtradeScanBuilder(SourceFile.fromJson(files));
        }
    }
}
