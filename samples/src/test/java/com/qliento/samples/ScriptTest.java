package com.qliento.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @Test
    void a_script_has_a_customer_called_sam_and_needs_nothing_unless_it_says_so() {
        var script = Script.read("flow: menu\nsteps:\n  - says: menu\n  - clock: PT2H\n  - ends: true\n");

        assertThat(script.customer()).isEqualTo("Sam");
        assertThat(script.needs()).isEmpty();
        assertThat(script.steps()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "says: menu, shouts: menu",
                "shouts: menu",
                "says: 12",
                "says: ''",
                "expects: [a, b]",
                "silent: false",
                "ends: 'true'",
                "clock: 2"
            })
    void a_step_that_is_not_understood_is_refused(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Script.read("flow: menu\nsteps: [{" + step + "}]"))
                .withMessageMatching(".+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow: menu", "flow: menu\nsteps: []", "flow: menu\nextra: 1\nsteps: [{says: a}]", "- a"})
    void a_script_that_is_not_understood_is_refused(String script) {
        assertThatIllegalArgumentException().isThrownBy(() -> Script.read(script));
    }
}
