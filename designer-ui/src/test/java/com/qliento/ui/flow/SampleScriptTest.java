package com.qliento.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.tryout.CaseStep;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SampleScriptTest {

    @Test
    void what_the_customer_does_and_what_is_expected_are_read_in_order() {
        var steps = SampleScript.read("""
                flow: tea
                steps:
                  - says: "  TEA "
                  - expects: Which one?
                  - taps: Green
                  - silent: true
                  - clock: PT2H
                  - ends: true
                """);

        assertThat(steps)
                .extracting(CaseStep::kind, CaseStep::text)
                .containsExactly(
                        Assertions.tuple(CaseStep.Kind.SAY, "  TEA "),
                        Assertions.tuple(CaseStep.Kind.REPLY, "*Which one?*"),
                        Assertions.tuple(CaseStep.Kind.TAP, "Green"),
                        Assertions.tuple(CaseStep.Kind.SKIP, "PT2H"));
    }

    @Test
    void a_script_without_steps_plays_nothing() {
        assertThat(SampleScript.read("flow: tea")).isEmpty();
        assertThat(SampleScript.read("")).isEmpty();
    }
}
