package com.qliento.conversation.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.rules.feel.Stopwatch;
import org.junit.jupiter.api.Test;

/** What one step may take. */
class StepLimitsTest {

    @Test
    void a_step_comes_to_so_many_elements_and_no_more() {
        var limits = new StepLimits();
        for (int i = 0; i < StepLimits.ELEMENTS; i++) {
            limits.comesTo(0);
        }

        assertThatThrownBy(() -> limits.comesTo(0))
                .isInstanceOf(LimitReached.class)
                .hasMessageStartingWith("more than 1000 elements in one step");
    }

    @Test
    void flows_are_inside_each_other_to_a_depth() {
        assertThatCode(() -> new StepLimits().comesTo(StepLimits.DEPTH)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new StepLimits().comesTo(StepLimits.DEPTH + 1))
                .hasMessageStartingWith("more than 20 flows inside each other");
    }

    @Test
    void a_step_works_for_a_time_and_no_longer() {
        var limits = new StepLimits(new Stopwatch(0));
        long later = System.nanoTime() + 2_000_000;
        while (System.nanoTime() < later) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> limits.comesTo(0)).hasMessageStartingWith("more than 5 seconds of work");
    }

    @Test
    void why_a_step_failed_is_found_in_what_the_engine_made_of_it() {
        var wrapped = new IllegalStateException("engine", new LimitReached("so much"));

        assertThat(LimitReached.reasonOf(wrapped)).contains(new LimitReached.Reason("so much", true));
        assertThat(LimitReached.reasonOf(LimitReached.ofTime("so long")))
                .contains(new LimitReached.Reason("so long", false));
        assertThat(LimitReached.reasonOf(new IllegalStateException("other"))).isEmpty();
    }
}
