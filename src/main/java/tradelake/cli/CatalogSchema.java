package tradelake.cli;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;
import tradelake.lake.Layer;

/** A schema of Spark's own catalog, the one in which Spark makes views; typed as {@code spark_catalog.trade}. */
record CatalogSchema(String schema) {
    private static final String CATALOG = "spark_catalog";
    private static final Pattern TYPED = Pattern.compile("(\\w+)\\.(\\w+)");

    static CatalogSchema parse(String typed) {
        Matcher parts = TYPED.matcher(typed);
        if (!parts.matches())
            throw new BadInput(
                    "Cannot register in %s: give CATALOG.SCHEMA, such as spark_catalog.trade.".formatted(typed));
        if (!parts.group(1).equals(CATALOG))
            throw new BadInput(
                    "Cannot register in %s: Spark makes views in the catalog spark_catalog alone, so give %s.%s."
                            .formatted(typed, CATALOG, parts.group(2)));
        if (Arrays.stream(Layer.values()).anyMatch(layer -> layer.schema().equalsIgnoreCase(parts.group(2))))
            throw new BadInput(
                    "Cannot register in %s: `tradelake sql --engine spark` has views of its own there, so give %s.trade."
                            .formatted(typed, CATALOG));
        return new CatalogSchema(parts.group(2));
    }

    /** As statements name it, quoted: a schema may be called like a word of SQL. */
    String quoted() {
        return CATALOG + ".`" + schema + "`";
    }

    @Override
    public String toString() {
        return CATALOG + "." + schema;
    }
}
