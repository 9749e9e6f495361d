package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.rules.Decisions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Workbench workbench = new Workbench(new Decisions());

    @Test
    void half_of_the_processors_at_most_check_tables_and_everybody_comes_to_their_turn() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var people = Executors.newFixedThreadPool(PLACES * 4);
        try {
            List<Callable<Integer>> asked = IntStream.range(0, PLACES * 40)
                    .mapToObj(i -> (Callable<Integer>) () -> workbench.at(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.yield();
                        now.decrementAndGet();
                        return i;
                    }))
                    .toList();

            assertThat(people.invokeAll(asked)).hasSize(PLACES * 40).allSatisfy(one -> assertThat(one.get())
                    .isNotNull());
            assertThat(most).hasValueLessThanOrEqualTo(PLACES);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void a_check_that_fails_leaves_its_place() {
        for (int i = 0; i < PLACES + 1; i++) {
            assertThatThrownBy(() -> workbench.at(() -> {
                        throw new IllegalArgumentException("broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(workbench.at(() -> 1)).isEqualTo(1);
    }
}
