package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is bounded by the time the processor spends on it, whatever else the machine does. */
class StopwatchTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong time = new AtomicLong();
    private final AtomicLong processor = new AtomicLong();

    @Test
    void work_that_waits_for_others_is_not_over() {
        var watch = new Stopwatch(1_000, time::get, processor::get);
        passes(2, 1);
        assertThat(watch.over()).isFalse();

        passes(5_000, 900);

        assertThat(watch.over()).isFalse();
    }

    @Test
    void work_that_the_processor_did_is_over() {
        var watch = new Stopwatch(1_000, time::get, processor::get);
        passes(2, 1);
        assertThat(watch.over()).isFalse();

        passes(5_000, 1_001);

        assertThat(watch.over()).isTrue();
    }

    @Test
    void far_out_the_time_that_passed_ends_it_too() {
        var watch = new Stopwatch(1_000, time::get, processor::get);

        passes(10_001, 5);

        assertThat(watch.over()).isTrue();
    }

    @Test
    void where_nobody_counts_the_processor_only_the_time_that_passed_ends_it() {
        var watch = new Stopwatch(1_000, time::get, () -> ProcessorTime.UNKNOWN);
        passes(9_000, 0);
        assertThat(watch.over()).isFalse();

        passes(1_001, 0);

        assertThat(watch.over()).isTrue();
    }

    private void passes(long millis, long worked) {
        time.addAndGet(millis * MILLISECOND);
        processor.addAndGet(worked * MILLISECOND);
    }

    /** Other threads want the processor while each of these is read and worked out. */
    @ParameterizedTest
    @ValueSource(strings = {"count(for i in 1..1000 return count(distinct values(long)))", "REPEAT a.b+"})
    void an_expression_made_to_explode_is_stopped_on_a_busy_machine(String feel) throws InterruptedException {
        var source = feel.startsWith("REPEAT ") ? feel.substring(7).repeat(1_900 / (feel.length() - 7)) + "1" : feel;
        var many = new ArrayList<Object>();
        for (int i = 0; i < 1_500; i++) {
            many.add(BigDecimal.valueOf(i));
        }
        var expressions = new Expressions();
        try (var unused = new Busy(3)) {
            long before = ProcessorTime.ofThisThread();

            if (expressions.check(source, Set.of("long", "text", "a", "b", "x")).stream()
                    .noneMatch(ExpressionProblem::error)) {
                var evaluation =
                        expressions.compile(source).evaluateReporting(Map.of("long", many, "text", "x".repeat(4_000)));
                assertThat(evaluation.problems()).isNotEmpty();
            }

            long worked = (ProcessorTime.ofThisThread() - before) / MILLISECOND;
            assertThat(worked).as("milliseconds of the processor").isLessThan(4_000);
        }
    }

    /** Threads that keep the processor busy. */
    private static final class Busy implements AutoCloseable {

        private final AtomicBoolean on = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Busy(int count) {
            for (int i = 0; i < count; i++) {
                var thread = new Thread(() -> {
                    while (on.get()) {
                        Thread.onSpinWait();
                    }
                });
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }

        @Override
        public void close() throws InterruptedException {
            on.set(false);
            for (var thread : threads) {
                thread.join();
            }
        }
    }
}
