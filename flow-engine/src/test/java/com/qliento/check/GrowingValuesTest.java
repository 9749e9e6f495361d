package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Values that are larger than a conversation may keep, told before a flow is published. */
class GrowingValuesTest {

    @Test
    void steps_that_each_join_ten_copies_of_the_one_before_are_refused() {
        Problems.of(chain(8, "v0+v0+v0+v0+v0+v0+v0+v0+v0+v0"))
                .refuse("value-too-large", "s5", "more than 50000 characters even when every answer has one")
                .warn("value-maybe-too-large", "s2", "can make a value of 409600 characters");
    }

    @Test
    void copies_in_lists_and_loops_count_too() {
        Problems.of(chain(8, "string join([v0,v0,v0,v0,v0,v0,v0,v0,v0,v0], \", \")"))
                .refuse("value-too-large", "s5", "more than");
        Problems.of(chain(8, "string join(for i in 1..10 return v0)")).refuse("value-too-large", "s5", "more than");
        Problems.of(chain(3, "if 1 = 1 then upper case(v0) + v0 else \"\"")).none();
    }

    @Test
    void a_loop_that_builds_too_much_on_its_way_is_refused_whatever_it_comes_to() {
        Problems.of(Bpmn.around(set("x", "n", "count(for i in 1..200, j in 1..200 return answer + answer)")))
                .refuse("value-too-large", "x", "more than");
        Problems.of(Bpmn.around(set("x", "n", "(for i in 1..1000, j in 1..1000 return answer + answer)[1]")))
                .notSay("value-too-large");
        Problems.of(Bpmn.around(block(
                        "receiveTask",
                        "x",
                        "ask-text",
                        "question",
                        "Well?",
                        "valid",
                        "count(for i in 1..300, j in 1..300 return answer) > 0")))
                .refuse("value-too-large", "x", "more than");
    }

    @Test
    void what_nobody_can_know_before_is_not_told() {
        Problems.of(Bpmn.around(set("x", "all", "if all = null then answer else all + answer")))
                .notSay("value-too-large")
                .notSay("value-maybe-too-large");
    }

    private static byte[] chain(int steps, String joined) {
        var parts = new ArrayList<String>();
        parts.add(start());
        parts.add(arrow("start", "s0"));
        parts.add(set("s0", "v0", "answer"));
        for (int i = 1; i <= steps; i++) {
            parts.add(arrow("s" + (i - 1), "s" + i));
            parts.add(set("s" + i, "v" + i, joined.replace("v0", "v" + (i - 1))));
        }
        parts.add(arrow("s" + steps, "end"));
        parts.add(end());
        return process(parts.toArray(String[]::new));
    }

    private static String set(String id, String name, String value) {
        return block("serviceTask", id, "set-value", "name", name, "value", value);
    }
}
