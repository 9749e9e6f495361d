package com.qliento.check;

import com.qliento.scene.FlowText;
import org.junit.jupiter.api.Test;

/** What whoever begins a flow may leave out leaves nothing where it is put in plainly. */
class MissingInputRuleTest {

    @Test
    void a_text_that_puts_in_what_may_be_missing_is_told() {
        Problems.of(flow("order, note?", "Order {{ order }}: {{ note }}"))
                .warn("may-be-nothing", "left", "puts in 'note', which whoever begins the flow may leave out");
    }

    @Test
    void what_is_needed_has_words_of_its_own_or_is_looked_at_first_is_fine() {
        Problems.of(flow(
                        "order, note?, carrier = bike",
                        "{{ order }} {{ carrier }}{{ if note = null then \"\" else note }}"))
                .notSay("may-be-nothing");
        Problems.of(flow("note?", "{{ note }}", "note")).notSay("may-be-nothing");
    }

    @Test
    void a_name_no_flow_can_keep_is_told_however_it_is_given() {
        Problems.of(flow("order, 1st? , now = x", "Hello"))
                .refuse("bad-given", "start", "'1st'")
                .refuse("bad-given", "start", "'now'");
    }

    private static byte[] flow(String given, String text, String... sets) {
        var flow = FlowText.begunBy("called", "p", "given", given);
        for (var name : sets) {
            flow.sets("set", name, "\"x\"");
        }
        return flow.says("left", text).ends().bytes();
    }
}
