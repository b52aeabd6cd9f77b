package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** gravity estimate as a user types it; the numbers are ratios of means that can be done by hand. */
class EstimateTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final RecordingWorkbench workbench = new RecordingWorkbench();
    private Path data;

    @BeforeEach
    void draw() throws IOException {
        data = folder.resolve("flows.csv");
        Files.writeString(
                data,
                """
                trade,rta,group
                1,0,a
                3,0,a
                10,1,a
                14,1,a
                0,0,b
                0,1,b
                """);
    }

    @Test
    void csv_has_one_line_a_term() {
        assertThat(estimate("trade ~ rta | group", "-o", "csv")).isEqualTo(Exit.DONE);
        String[] lines = out.toString().split("\n");
        assertThat(lines[0]).isEqualTo("term,estimate,std_error,z,p_value,ci_low,ci_high");
        String[] cells = lines[1].split(",");
        assertThat(cells[0]).isEqualTo("rta");
        assertThat(Double.parseDouble(cells[1])).isEqualTo(Math.log(12 / 2.0), within(1e-12));
        assertThat(err.toString()).contains("4 rows; left out: 2 separated, 0 alone in a level, 0 without a value");
    }

    @Test
    void json_has_what_a_paper_reports() throws IOException {
        assertThat(estimate("trade ~ rta | group", "-o", "json", "--ssc", "none"))
                .isEqualTo(Exit.DONE);
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.fieldNames())
                .toIterable()
                .contains("n_obs", "n_separated", "n_clusters", "pseudo_r2", "log_likelihood", "iterations", "seconds");
        assertThat(answer.get("n_obs").asInt()).isEqualTo(4);
        assertThat(answer.get("n_separated").asInt()).isEqualTo(2);
        assertThat(answer.get("converged").asBoolean()).isTrue();
        assertThat(answer.get("estimates").get(0).get("term").asText()).isEqualTo("rta");
    }

    @Test
    void rows_and_effects_go_to_files() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Path effects = folder.resolve("effects.csv");
        estimate("trade ~ rta | group", "--rows", rows.toString(), "--effects", effects.toString());
        assertThat(Files.readAllLines(rows))
                .contains("5,separated,", "6,separated,")
                .hasSize(7);
        assertThat(Files.readAllLines(effects)).hasSize(2);
        assertThat(Files.readAllLines(effects).get(1)).startsWith("group,a,0.693147");
    }

    /** Five economies, four years, an agreement of some pairs: the bias is taken off the estimate, and the error is another. */
    @Test
    void bias_of_three_effects_is_taken_off_where_asked_for() throws IOException {
        drawThreeWay();
        String model = "trade ~ rta | exporter^year + importer^year + exporter^importer";
        assertThat(estimate(model, "-o", "json")).isEqualTo(Exit.DONE);
        JsonNode plain = new ObjectMapper().readTree(out.toString());
        out.getBuffer().setLength(0);
        assertThat(estimate(model, "-o", "json", "--correct-bias")).isEqualTo(Exit.DONE);
        JsonNode corrected = new ObjectMapper().readTree(out.toString());
        double bias = corrected.get("bias").get(0).asDouble();
        assertThat(bias).isNotZero();
        assertThat(number(corrected, "estimate")).isEqualTo(number(plain, "estimate") - bias, within(1e-12));
        assertThat(number(corrected, "std_error")).isNotEqualTo(number(plain, "std_error"));
        assertThat(err.toString()).contains("corrected for three-way bias");
        assertThat(estimate("trade ~ rta | exporter + importer", "--correct-bias"))
                .isEqualTo(Exit.BAD_INPUT);
    }

    private void drawThreeWay() throws IOException {
        StringBuilder rows = new StringBuilder("trade,rta,exporter,importer,year\n");
        SplittableRandom chance = new SplittableRandom(11);
        for (int pair = 0; pair < 25; pair++)
            for (int year = 0; year < 4; year++) {
                int agreed = pair % 3 == 0 && year > pair % 4 ? 1 : 0;
                double trade = 1 + 9 * chance.nextDouble();
                if (pair / 5 != pair % 5)
                    rows.append("%.3f,%d,E%d,I%d,%d\n".formatted(trade, agreed, pair / 5, pair % 5, year));
            }
        Files.writeString(data, rows);
    }

    private static double number(JsonNode answer, String name) {
        return answer.get("estimates").get(0).get(name).asDouble();
    }

    @Test
    void a_table_is_asked_of_the_lake() {
        run("gravity", "estimate", "--data", "gold.coverage", "--formula", "value_x ~ 1");
        assertThat(workbench.asked).containsExactly("columns gold.coverage [value_x]");
    }

    @Test
    void mistakes_are_one_sentence() {
        assertThat(estimate("trade ~ fta | group")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).endsWith("has no column 'fta': it has trade, rta, group.\n");
    }

    @Test
    void texts_are_not_numbers() {
        assertThat(estimate("group ~ rta")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("Column 'group' holds texts such as 'a'");
    }

    @Test
    void bench_lists_what_there_is() {
        assertThat(run("bench")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("ppml");
        assertThat(run("bench", "ppm")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("There is no benchmark 'ppm': there are ingest, ");
    }

    private int estimate(String formula, String... more) {
        String[] first = {"gravity", "estimate", "--data", data.toString(), "--formula", formula};
        return run(Stream.of(first, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private int run(String... args) {
        return Main.run(workbench, new PrintWriter(out), new PrintWriter(err), args);
    }
}
