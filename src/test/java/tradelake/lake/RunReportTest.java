package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.Finding.Severity;

/** LAKE/runs/RUN.json: as docs/run-report.schema.json says, and what a failure found in the result does to it. */
class RunReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private static Manifest run(String id) {
        return Manifest.after(null, id, "2026-01-01T00:00:00Z", "0.1.0", List.of("SYNTHETIC"), Map.of("years", "2019"))
                .withTables(Map.of(
                        "gold.coverage", new Manifest.TableState(3, "f", "c", "d", 7, Map.of("silver.flows", 2L), id)))
                .withWork(new Manifest.WorkReport(
                        "gold.coverage", 7, 1.5, 4, List.of(new Finding("odd", "one", 1, Severity.warning))));
    }

    @Test
    void theSchemaSaysAllThatAReportHolds() throws IOException {
        JsonNode schema = MAPPER.readTree(Path.of("docs/run-report.schema.json").toFile());
        Manifest ended = run("000001").ended("failed", "2026-01-01T00:01:00Z", "why");
        assertThat(against(schema, schema, MAPPER.readTree(Json.write(ended)), "run"))
                .isEmpty();
        assertThat(against(schema, schema, MAPPER.readTree(Json.write(run("000001"))), "run"))
                .isEmpty();
        assertThat(names(schema.path("properties"))).isEqualTo(names(MAPPER.readTree(Json.write(ended))));
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        JsonNode schema = MAPPER.readTree(Path.of("docs/run-report.schema.json").toFile());
        assertThat(against(schema, schema, MAPPER.readTree("{\"run\": 1, \"status\": \"good\", \"x\": 2}"), "run"))
                .contains("run.run is no string", "run.status is not one of those listed", "run.x is not declared")
                .contains("run.work is missing");
    }

    @Test
    void aReportWithoutSeveritiesIsRead() throws IOException {
        String old = new String(Json.write(run("000001")), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll(",\\s*\"severity\" : \"warning\"", "");
        assertThat(old).doesNotContain("severity");
        assertThat(Json.read(old.getBytes(java.nio.charset.StandardCharsets.UTF_8), Manifest.class)
                        .work()
                        .get(0)
                        .findings())
                .containsExactly(new Finding("odd", "one", 1, Severity.note));
    }

    @Test
    void aFailureFoundInTheResultEndsTheRunBeforeItIsPublished() {
        Runs runs = new Runs(new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
        Pipeline pipeline = new Pipeline(new Catalog(List.of()), runs);
        RunContext context = new RunContext(
                "000001", null, Story.SILENT, Clock.systemUTC(), "test", Map.of(), List.of(), 1, () -> {});
        Finding warning = new Finding("total-moved", "CHN 2023 X", 1, Severity.warning);
        assertThat(pipeline.judged(run("000001"), context, List.of(warning), "Look.")
                        .work())
                .extracting(Manifest.WorkReport::name)
                .containsExactly("gold.coverage", "watch");
        Finding failure = new Finding("coverage-fell", "JPN 2023 X is gone", 1, Severity.failure);
        assertThatThrownBy(() -> pipeline.judged(run("000001"), context, List.of(warning, failure), "Look."))
                .isInstanceOf(CheckFailed.class)
                .hasMessage("Not published, for 1 check failed (coverage-fell): JPN 2023 X is gone. Look.");
        assertThat(runs.latest()).get().satisfies(saved -> {
            assertThat(saved.status()).isEqualTo("failed");
            assertThat(saved.tables()).containsKey("gold.coverage");
            assertThat(saved.work())
                    .last()
                    .extracting(it -> it.findings().size())
                    .isEqualTo(2);
        });
        assertThat(runs.published()).isEmpty();
    }

    /** What JSON Schema's type, enum, properties, required, additionalProperties, items and $ref say against a value. */
    private static List<String> against(JsonNode root, JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref"))
            return against(root, root.at(schema.get("$ref").asText().substring(1)), value, where);
        List<String> said = new ArrayList<>();
        String type = schema.path("type").asText();
        if (!isOf(type, value)) said.add("%s is no %s".formatted(where, type));
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals))
            said.add(where + " is not one of those listed");
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) said.add("%s.%s is missing".formatted(where, name.asText()));
        });
        if (type.equals("object"))
            value.fields().forEachRemaining(field -> {
                JsonNode declared = schema.path("properties").path(field.getKey());
                JsonNode other = declared.isMissingNode() ? schema.path("additionalProperties") : declared;
                String place = where + "." + field.getKey();
                if (other.isObject()) said.addAll(against(root, other, field.getValue(), place));
                else said.add(place + " is not declared");
            });
        if (type.equals("array"))
            value.forEach(item -> said.addAll(against(root, schema.path("items"), item, where + "[]")));
        return said;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
