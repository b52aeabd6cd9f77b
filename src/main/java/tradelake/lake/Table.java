package tradelake.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table, declared once: its schema, comments, constraints, audit, page, views and test rows are read from here.
 *
 * @param key what one row is per; unique together
 * @param measures the other columns
 * @param partitions a part of the key, or empty
 * @param rules what holds in every row
 * @param sources where the figures come from
 * @param example a statement that shows what the table is for, or ""
 */
public record Table(
        Layer layer,
        String shortName,
        Text meaning,
        List<Field<?>> key,
        List<Field<?>> measures,
        List<Field<?>> partitions,
        List<Rule> rules,
        List<String> sources,
        String example) {

    public static Builder named(Layer layer, String shortName) {
        return new Builder(layer, shortName);
    }

    /** As SQL says it: {@code gold.regional_shares}. */
    public String name() {
        return layer.schema() + "." + shortName;
    }

    public List<Field<?>> fields() {
        return Stream.concat(key.stream(), measures.stream()).toList();
    }

    public StructType schema() {
        return new StructType(fields().stream().map(Field::structField).toArray(StructField[]::new));
    }

    public String[] keyNames() {
        return names(key);
    }

    String[] partitionNames() {
        return names(partitions);
    }

    /** The declared columns in the declared order and types, in one projection. */
    public Dataset<Row> conform(Dataset<Row> rows) {
        return rows.select(fields().stream()
                .map(field -> field.col().cast(field.type()).as(field.name()))
                .toArray(Column[]::new));
    }

    /** The declaration as text; when it changes, the Delta table is made anew. */
    String declaration() {
        return schema().json() + partitions + rules;
    }

    /**
     * Delta's table properties: the rules as CHECK constraints, no deletion vectors so that any reader can follow, and a log that
     * reaches back more than a year so that runs can be compared.
     */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("delta.enableDeletionVectors", "false");
        properties.put("delta.logRetentionDuration", "interval 400 days");
        // No least and greatest values by file: within a partition rows of all values lie in all files, so they spare
        // none.
        properties.put("delta.dataSkippingNumIndexedCols", "0");
        rules.forEach(rule -> properties.put("delta.constraints." + rule.name(), rule.sql()));
        return properties;
    }

    private static String[] names(List<Field<?>> fields) {
        return fields.stream().map(Field::name).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name();
    }

    /** Collects the parts of a {@link Table}. */
    public static final class Builder {
        private final Layer layer;
        private final String shortName;
        private final List<Field<?>> key = new ArrayList<>();
        private final List<Field<?>> measures = new ArrayList<>();
        private final List<Field<?>> partitions = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private Text meaning;
        private String example = "";

        private Builder(Layer layer, String shortName) {
            this.layer = layer;
            this.shortName = shortName;
        }

        public Builder meaning(String en, String zh) {
            this.meaning = Text.of(en, zh);
            return this;
        }

        public Builder oneRowPer(Field<?>... fields) {
            key.addAll(List.of(fields));
            return this;
        }

        public Builder measuring(Field<?>... fields) {
            measures.addAll(List.of(fields));
            return this;
        }

        public Builder partitionedBy(Field<?>... fields) {
            partitions.addAll(List.of(fields));
            return this;
        }

        public Builder always(String name, String sql) {
            rules.add(new Rule(name, sql));
            return this;
        }

        public Builder from(String... names) {
            sources.addAll(List.of(names));
            return this;
        }

        /** A statement that the page of tables and {@code describe} show. */
        public Builder example(String sql) {
            this.example = sql;
            return this;
        }

        /** Refuses a declaration that contradicts itself; that is a mistake in the program, not of its user. */
        public Table build() {
            Table table = new Table(
                    layer,
                    shortName,
                    meaning,
                    List.copyOf(key),
                    List.copyOf(measures),
                    List.copyOf(partitions),
                    List.copyOf(rules),
                    List.copyOf(sources),
                    example);
            require(meaning != null, "has no meaning");
            require(!key.isEmpty(), "has no key");
            require(key.containsAll(partitions), "is partitioned by a column outside its key");
            String twice = table.fields().stream().collect(Collectors.groupingBy(Field::name)).entrySet().stream()
                    .filter(same -> same.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            require(twice.isEmpty(), "declares twice: " + twice);
            return table;
        }

        private void require(boolean condition, String otherwise) {
            if (!condition)
                throw new IllegalStateException("Table " + layer.schema() + "." + shortName + " " + otherwise);
        }
    }
}
