package com.qliento.check;

import com.qliento.scene.FlowText;
import org.junit.jupiter.api.Test;

/** A flow about nobody has no customer to talk to. */
class NobodyRuleTest {

    @Test
    void a_flow_about_nobody_works_and_answers() {
        Problems.of(FlowText.begunBy("run", "sum")
                        .sets("add", "sum", "1 + 2")
                        .ends()
                        .bytes())
                .none();
    }

    @Test
    void it_neither_says_nor_asks() {
        Problems.of(FlowText.begunBy("run", "sum").says("hi", "Hi").ends().bytes())
                .refuse("needs-somebody", "hi", "needs a customer");
        Problems.of(FlowText.begunBy("run", "sum")
                        .asks("who", "question", "Who?", "name", "who")
                        .ends()
                        .bytes())
                .refuse("needs-somebody", "who", "needs a customer");
    }

    @Test
    void a_flow_that_is_called_for_somebody_may_do_both() {
        Problems.of(FlowText.begunBy("called", "left").says("hi", "Hi").ends().bytes())
                .none();
    }
}
