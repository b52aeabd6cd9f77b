package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tradelake.harmonise.ReleaseFacts.Kind.EXTRACT;
import static tradelake.harmonise.ReleaseFacts.Kind.TARIFF_LINES;
import static tradelake.harmonise.ReleaseFacts.Kind.WHOLE;
import static tradelake.harmonise.ReleaseFacts.UNDATED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tradelake.sources.ExactSum;

/** What holds for any rows in any releases, however odd: annual and monthly, whole, in tariff lines and extracts. */
class AdditiveFlowsPropertyTest {
    private static final LocalDate EARLY = LocalDate.of(2021, 6, 1);
    private static final LocalDate LATE = LocalDate.of(2022, 6, 1);

    @Property
    void every_row_has_one_fate_and_no_dollar_is_lost(@ForAll("lakes") List<Loaded> lake) {
        Recorded result = Loaded.run(lake);
        assertThat(result.fates)
                .hasSize(lake.stream().mapToInt(it -> it.lines().size()).sum());
        assertThat(result.fates.values()).allMatch(fates -> fates.size() == 1);
        BigDecimal in = lake.stream()
                .flatMap(it -> it.lines().stream())
                .map(line -> ExactSum.exactly(line.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(result.tally.entries().stream().map(Tally.Entry::dollars).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(in);
    }

    @Property
    void a_partner_adds_up_to_each_published_total_unless_the_parts_exceed_it(@ForAll("lakes") List<Loaded> lake) {
        Recorded result = Loaded.run(lake);
        for (PublishedRow total : result.totals) {
            if (total.isWorld() || Flow.isOfWhich(total.flow())) continue;
            double sum = result.sum(total.flow(), total.partner(), total.code());
            double atTotal = result.residuals.stream()
                    .filter(row -> row.byKey(total) == 0)
                    .mapToDouble(PublishedRow::value)
                    .sum();
            double parts = sum - atTotal;
            assertThat(sum).isCloseTo(Math.max(parts, total.value()), within(1e-6 * total.value()));
        }
    }

    @Property
    void world_adds_up_to_its_total_unless_the_partners_exceed_it(@ForAll("lakes") List<Loaded> lake) {
        Recorded result = Loaded.run(lake);
        for (PublishedRow world : result.totals) {
            if (!world.isWorld() || Flow.isOfWhich(world.flow())) continue;
            double sum = result.sum(world.flow(), world.code());
            double partners = sum - result.sum(world.flow(), PublishedRow.UNALLOCATED, world.code());
            double expected = Math.max(world.value(), partners);
            assertThat(sum).isLessThanOrEqualTo(expected * (1 + 1e-6));
            if (world.level() == 0) assertThat(sum).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Property
    void no_order_of_releases_or_rows_matters(@ForAll("lakes") List<Loaded> lake, @ForAll Random chance) {
        List<Loaded> other = new ArrayList<>();
        for (Loaded release : lake) {
            List<Loaded.Line> lines = new ArrayList<>(release.lines());
            Collections.shuffle(lines, chance);
            other.add(release.with(lines));
        }
        Collections.shuffle(other, chance);
        assertThat(everything(Loaded.run(other))).isEqualTo(everything(Loaded.run(lake)));
    }

    @Property
    void loading_a_release_twice_changes_nothing(@ForAll("lakes") List<Loaded> lake, @ForAll Random chance) {
        Loaded again = lake.get(chance.nextInt(lake.size()));
        assertThat(everything(Loaded.run(with(lake, again)))).isEqualTo(everything(Loaded.run(lake)));
        assertThat(flows(Loaded.run(with(lake, again.copyAs(again.id() + "2")))))
                .isEqualTo(flows(Loaded.run(lake)));
    }

    @Property
    void an_older_whole_release_changes_only_what_is_set_aside(
            @ForAll("lakes") List<Loaded> lake, @ForAll("lines") List<Loaded.Line> lines, @ForAll Random chance) {
        List<Loaded> before = with(lake, new Loaded("W", WHOLE, LATE.plusYears(1), "H5", lines));
        Recorded was = Loaded.run(before);
        Recorded is =
                Loaded.run(with(before, new Loaded("V", WHOLE, chance.nextBoolean() ? LATE : UNDATED, "H5", lines)));
        assertThat(flows(is)).isEqualTo(flows(was));
        assertThat(is.facts).isEqualTo(was.facts);
        assertThat(is.quarantine).hasSameSizeAs(was.quarantine);
        assertThat(is.fates).hasSize(was.fates.size() + lines.size());
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** The additive flows, whatever release they are from. */
    private static List<String> flows(Recorded result) {
        return Stream.concat(result.additive().stream(), result.ofWhich.stream())
                .map(row ->
                        "%s %d %s %s %s".formatted(row.flow(), row.partner(), row.code(), row.value(), row.netWeight()))
                .sorted()
                .toList();
    }

    private static List<Object> everything(Recorded result) {
        List<String> quarantine = result.quarantine.stream()
                .map(row ->
                        "%d %s %d %s %s".formatted(row.release(), row.flow(), row.partner(), row.code(), row.value()))
                .sorted()
                .toList();
        return List.of(flows(result), quarantine, result.tally.entries(), result.findings, result.facts);
    }

    @Provide
    Arbitrary<List<Loaded>> lakes() {
        Arbitrary<Loaded> release = Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "E"),
                        Arbitraries.of(EXTRACT, EXTRACT, WHOLE, TARIFF_LINES),
                        Arbitraries.of(UNDATED, UNDATED, EARLY, LATE),
                        Arbitraries.of("H5", "H5", "H5", "H4", "S4"),
                        Arbitraries.of(Periods.class),
                        lines())
                .as((id, kind, published, edition, periods, lines) ->
                        new Loaded(id, kind, published, edition, periods.of(lines)));
        return release.list().ofMinSize(1).ofMaxSize(4).uniqueElements(Loaded::id);
    }

    /** What the rows of a release are about. */
    enum Periods {
        YEAR,
        THREE_MONTHS,
        TWELVE_MONTHS,
        YEAR_AND_MONTHS;

        List<Loaded.Line> of(List<Loaded.Line> lines) {
            return switch (this) {
                case YEAR -> lines;
                case THREE_MONTHS -> months(lines, 3);
                case TWELVE_MONTHS -> months(lines, 12);
                case YEAR_AND_MONTHS ->
                    Stream.concat(lines.stream(), months(lines, 3).stream()).toList();
            };
        }

        private static List<Loaded.Line> months(List<Loaded.Line> lines, int months) {
            return IntStream.rangeClosed(1, months)
                    .boxed()
                    .flatMap(month -> lines.stream().limit(5).map(line -> line.in(month)))
                    .toList();
        }
    }

    @Provide
    Arbitrary<List<Loaded.Line>> lines() {
        Arbitrary<Loaded.Line> line = Combinators.combine(
                        Arbitraries.just(PublishedRow.ALL_YEAR),
                        Arbitraries.of("M", "M", "X", "RX", "?"),
                        Arbitraries.of(0, 36, 97, 156, 842, 899),
                        Arbitraries.of(HsCodes.SOME),
                        Arbitraries.of(0, 0, 0, 0, 2100),
                        Arbitraries.integers().between(-1, 20).map(Integer::doubleValue),
                        Arbitraries.of(7.0).injectNull(0.5))
                .as(Loaded.Line::new);
        return line.list().ofMinSize(1).ofMaxSize(30);
    }
}
