package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No Spark: steps that only say when they begin and end. */
@Timeout(60)
class SideBySideTest {
    private static final Step FLOWS = step("flows");
    private static final Step LEDGER = step("ledger", "flows");
    private static final Step SHARES = step("shares", "flows");
    private static final Step CLAIMS = step("claims", "shares", "ledger");

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Makes one table, of the step's own name. */
    private record Step(String name, List<Table> outputs, List<Table> inputs) implements Work {
        @Override
        public void perform(RunningWork run) {
            throw new UnsupportedOperationException("the performer performs");
        }
    }

    @Test
    void aStepBeginsWhenAllItReadsHasEnded() {
        SideBySide.perform(List.of(FLOWS, LEDGER, SHARES, CLAIMS), 8, this::tell);
        assertThat(told).startsWith("flows begins", "flows ends").endsWith("claims begins", "claims ends");
        assertThat(told).hasSize(8);
    }

    @Test
    void oneAtOnceIsTheOrderOfTheCatalog() {
        SideBySide.perform(List.of(FLOWS, SHARES, LEDGER, CLAIMS), 1, this::tell);
        assertThat(told.stream().filter(line -> line.endsWith("begins")))
                .containsExactly("flows begins", "shares begins", "ledger begins", "claims begins");
    }

    /** Each waits for the other to have begun: one after the other they would wait for ever. */
    @Test
    void stepsThatDoNotNeedEachOtherRunAtTheSameTime() {
        CountDownLatch bothBegan = new CountDownLatch(2);
        SideBySide.perform(List.of(LEDGER, SHARES), 2, step -> {
            bothBegan.countDown();
            told.add(step.name() + (await(bothBegan) ? " met" : " alone"));
        });
        assertThat(told).containsExactlyInAnyOrder("ledger met", "shares met");
    }

    @Test
    void afterAFailureNothingBeginsAndWhatRunsIsWaitedFor() {
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> SideBySide.perform(List.of(LEDGER, SHARES, CLAIMS), 2, step -> {
                    if (step == LEDGER) {
                        failed.countDown();
                        throw new CheckFailed("the ledger does not add up");
                    }
                    await(failed);
                    tell(step);
                }))
                .isInstanceOf(CheckFailed.class)
                .hasMessage("the ledger does not add up");
        assertThat(told).containsExactly("shares begins", "shares ends");
    }

    @Test
    void aFailureIsThrownAsItIs() {
        assertThatThrownBy(() -> SideBySide.perform(List.of(FLOWS), 2, step -> sneak(new IOException("disk full"))))
                .isExactlyInstanceOf(IOException.class);
    }

    private void tell(Work step) {
        told.add(step.name() + " begins");
        told.add(step.name() + " ends");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    private static Step step(String name, String... reads) {
        return new Step(
                name,
                List.of(table(name)),
                Arrays.stream(reads).map(SideBySideTest::table).toList());
    }

    private static Table table(String name) {
        return Table.named(Layer.GOLD, name)
                .meaning("For tests.", "测试用。")
                .oneRowPer(Field.code("code", Text.of("A code", "代码")))
                .build();
    }
}
