package tradelake.tariffs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

/** How measures stack, on schedules drawn here. */
class StackTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final String HEADER =
            "measure,layer,authority,countries,scope,kind,rate,exempt,yields_to,effective_from,"
                    + "effective_to,known_on,end_known_on,applied,legal_status,source,confidence";

    @TempDir
    Path folder;

    /** Lines with blanks between cells, - for an empty one; status, source and confidence are filled in. */
    private Schedule schedule(String... measures) throws IOException {
        Path own = Files.createDirectories(folder.resolve("usa"));
        String lines = List.of(measures).stream()
                .map(line -> line.strip()
                                .replaceAll("\\s+", ",")
                                .replaceAll(",-(?=,)", ",")
                                .replace('_', ' ') + ",in force,me,high")
                .collect(Collectors.joining("\n"));
        Files.writeString(own.resolve("measures.csv"), HEADER + "\n" + lines + "\n");
        Files.writeString(
                own.resolve("product-lists.csv"), "product_list,hs6,share\nmetal,850760,0.4\nfree,850760,0.25\n");
        Files.writeString(
                own.resolve("exemptions.csv"),
                "exemption,countries,product_list,effective_from,effective_to,known_on,end_known_on\n"
                        + "annex,*,free,2025-01-01,,2025-01-01,\n");
        Files.writeString(own.resolve("groups.csv"), "group,economies\nEU27,DEU FRA\n");
        return Schedule.of(folder, "USA");
    }

    private static double additional(Schedule schedule, String exporter, String day, String known) {
        return schedule.on(exporter, LocalDate.parse(day), LocalDate.parse(known))
                .on("850760", 0.03)
                .additional();
    }

    @Test
    void addFloorAndReplaceMeetTheBaseRate() throws IOException {
        Schedule schedule = schedule(
                "A a x CHN all add     0.10 - - 2025-01-01 - 2025-01-01 - 1",
                "B a x JPN all floor   0.15 - - 2025-01-01 - 2025-01-01 - 1",
                "C a x KOR all replace 0.00 - - 2025-01-01 - 2025-01-01 - 1",
                "D a x VNM all floor   0.02 - - 2025-01-01 - 2025-01-01 - 1");
        assertThat(additional(schedule, "CHN", "2025-02-01", "2025-02-01")).isCloseTo(0.10, EXACT);
        assertThat(additional(schedule, "JPN", "2025-02-01", "2025-02-01")).isCloseTo(0.12, EXACT);
        assertThat(additional(schedule, "KOR", "2025-02-01", "2025-02-01")).isCloseTo(-0.03, EXACT);
        assertThat(additional(schedule, "VNM", "2025-02-01", "2025-02-01")).isZero();
    }

    @Test
    void namedCountriesBeforeEveryoneAndMembersThroughTheirGroup() throws IOException {
        Schedule schedule = schedule(
                "A a x *    all add 0.10 - - 2025-01-01 - 2025-01-01 - 1",
                "B a x EU27 all add 0.20 - - 2025-01-01 - 2025-01-01 - 1",
                "C b x DEU  all add 0.01 - - 2025-01-01 - 2025-01-01 - 1");
        assertThat(additional(schedule, "BRA", "2025-02-01", "2025-02-01")).isCloseTo(0.10, EXACT);
        assertThat(additional(schedule, "FRA", "2025-02-01", "2025-02-01")).isCloseTo(0.20, EXACT);
        assertThat(additional(schedule, "DEU", "2025-02-01", "2025-02-01")).isCloseTo(0.20 + 0.01, EXACT);
        assertThat(additional(schedule, "EU27", "2025-02-01", "2025-02-01")).isCloseTo(0.20, EXACT);
    }

    /** Signed on 4 September, back to 7 August: on 31 August customs charged the old rate. */
    @Test
    void whatIsMadeRetroactiveCountsFromWhenItIsKnown() throws IOException {
        Schedule schedule = schedule(
                "A a x JPN all add   0.15 - - 2025-08-07 - 2025-07-31 - 1",
                "B a x JPN all floor 0.15 - - 2025-08-07 - 2025-09-04 - 1");
        assertThat(additional(schedule, "JPN", "2025-08-31", "2025-08-31")).isCloseTo(0.15, EXACT);
        assertThat(additional(schedule, "JPN", "2025-08-31", "2025-09-04")).isCloseTo(0.12, EXACT);
        assertThat(additional(schedule, "JPN", "2025-08-06", "2025-09-04")).isZero();
    }

    @Test
    void anEndCountsFromWhenItIsKnown() throws IOException {
        Schedule schedule = schedule("A a x * all add 0.10 - - 2025-04-05 2026-02-23 2025-04-02 2026-02-20 1");
        assertThat(additional(schedule, "BRA", "2026-02-23", "2026-03-01")).isCloseTo(0.10, EXACT);
        assertThat(additional(schedule, "BRA", "2026-02-24", "2026-03-01")).isZero();
        assertThat(additional(schedule, "BRA", "2026-02-24", "2026-02-19")).isCloseTo(0.10, EXACT);
    }

    @Test
    void scopesExemptionsAndWhatGivesWay() throws IOException {
        Schedule schedule = schedule(
                "A a IEEPA * all        add 0.10 annex     232 2025-01-01 - 2025-01-01 - 1",
                "B b IEEPA * all        add 0.20 annex*0.5 -   2025-01-01 - 2025-01-01 - 1",
                "C c 232   * list:metal add 0.50 -         -   2025-01-01 - 2025-01-01 - 1",
                "D d 301   * hs:8507    add 0.01 -         -   2025-01-01 - 2025-01-01 - 1",
                "E e 301   * hs:8708    add 0.07 -         -   2025-01-01 - 2025-01-01 - 1");
        Rate rate =
                schedule.on("CHN", LocalDate.parse("2025-02-01"), LocalDate.MAX).on("850760", 0.03);
        assertThat(rate.byLayer().get("a")).isCloseTo(0.10 * (1 - 0.25) * (1 - 0.4), EXACT);
        assertThat(rate.byLayer().get("b")).isCloseTo(0.20 * (1 - 0.5 * 0.25), EXACT);
        assertThat(rate.byLayer().get("c")).isCloseTo(0.50 * 0.4, EXACT);
        assertThat(rate.byLayer().get("d")).isCloseTo(0.01, EXACT);
        assertThat(rate.byLayer()).doesNotContainKey("e");
        assertThat(rate.total()).isCloseTo(0.03 + 0.045 + 0.175 + 0.2 + 0.01, EXACT);
    }

    @Test
    void measuresAreSwitchedByIdLayerOrAuthority() throws IOException {
        Schedule schedule = schedule(
                "A a IEEPA * all add 0.10 - - 2025-01-01 - 2025-01-01 - 1",
                "B b 301   * all add 0.01 - - 2025-01-01 - 2025-01-01 - 1",
                "C c 338   * all add 0.50 - - 2025-01-01 - 2025-01-01 - 0");
        assertThat(additional(schedule, "CAN", "2025-02-01", "2025-02-01")).isCloseTo(0.11, EXACT);
        assertThat(additional(schedule.with(List.of("C"), List.of()), "CAN", "2025-02-01", "2025-02-01"))
                .isCloseTo(0.61, EXACT);
        assertThat(additional(schedule.with(List.of(), List.of("IEEPA")), "CAN", "2025-02-01", "2025-02-01"))
                .isCloseTo(0.01, EXACT);
        assertThatThrownBy(() -> schedule.with(List.of("S232"), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No measure, layer or authority of USA is named 'S232'");
    }

    @Test
    void badLinesAreRefusedWithWhereAndWhat() {
        assertRefused(
                "A a x * all       sum 0.10 - - 2025-01-01 - 2025-01-01 - 1", "line 2: kind 'sum' is no kind of duty");
        assertRefused("A a x * all       add -1   - - 2025-01-01 - 2025-01-01 - 1", "line 2: rate '-1' is no rate");
        assertRefused("A a x * list:gold add 0.10 - - 2025-01-01 - 2025-01-01 - 1", "names no product list");
        assertRefused(
                "A a x * all       add 0.10 - - -          - 2025-01-01 - 1", "effective_from '' must not be empty");
    }

    private void assertRefused(String line, String sentence) {
        assertThatThrownBy(() -> schedule(line)).isInstanceOf(BadInput.class).hasMessageContaining(sentence);
    }
}
