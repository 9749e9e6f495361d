package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.ask;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;
import static com.qliento.check.Bpmn.timer;

import com.qliento.scene.FlowText;
import org.junit.jupiter.api.Test;

/** Free messages are only taken within 24 hours after the customer wrote. */
class WindowRuleTest {

    @Test
    void a_message_within_the_window_is_fine() {
        Problems.of(process(
                        start(),
                        arrow("start", "w"),
                        pause("w", "PT23H"),
                        arrow("w", "x"),
                        text("x"),
                        arrow("x", "end"),
                        end()))
                .none();
    }

    @Test
    void waits_add_up_to_a_message_outside_the_window() {
        Problems.of(process(
                        start(),
                        arrow("start", "w"),
                        pause("w", "PT23H"),
                        arrow("w", "v"),
                        pause("v", "PT2H"),
                        arrow("v", "x"),
                        text("x"),
                        arrow("x", "end"),
                        end()))
                .warn("outside-window", "x", "can come 25 hours after the customer last wrote");
    }

    @Test
    void an_answer_opens_the_window_again() {
        Problems.of(process(
                        start(),
                        arrow("start", "w"),
                        pause("w", "PT23H"),
                        arrow("w", "a"),
                        ask("a"),
                        arrow("a", "v"),
                        pause("v", "PT23H"),
                        arrow("v", "x"),
                        text("x"),
                        arrow("x", "end"),
                        end()))
                .none();
    }

    @Test
    void a_question_nobody_answered_counts_as_waiting() {
        Problems.of(process(
                        start(),
                        arrow("start", "a"),
                        ask("a"),
                        arrow("a", "end"),
                        end(),
                        "<bpmn:boundaryEvent id='late' attachedToRef='a'>" + timer("P1D") + "</bpmn:boundaryEvent>",
                        arrow("late", "x"),
                        text("x"),
                        arrow("x", "end2"),
                        "<bpmn:endEvent id='end2'/>"))
                .warn("outside-window", "x", "can come 24 hours after");
    }

    @Test
    void reminders_without_end_leave_the_window_at_some_time() {
        Problems.of(process(
                        start(),
                        arrow("start", "a"),
                        ask("a"),
                        arrow("a", "end"),
                        end(),
                        "<bpmn:boundaryEvent id='late' attachedToRef='a'>" + timer("PT1H") + "</bpmn:boundaryEvent>",
                        arrow("late", "x"),
                        text("x"),
                        arrow("x", "a")))
                .warn("outside-window", "x", "the loop before it can go round any number of times")
                .warn("outside-window", "a", "the loop before it");
    }

    @Test
    void a_wait_beside_a_loop_is_not_taken_for_endless() {
        Problems.of(process(
                        start(),
                        arrow("start", "w"),
                        pause("w", "PT1H"),
                        arrow("w", "x"),
                        text("x"),
                        arrow("x", "a"),
                        ask("a"),
                        arrow("a", "w")))
                .none();
    }

    @Test
    void a_call_may_take_the_rest_of_the_window() {
        Problems.of(waitsAndAsks("PT23H59M30S", "30"))
                .warn("outside-window", "x", "can come 24 hours after the customer last wrote")
                .warn("outside-window", "c-failed-text", "can come 24 hours after the customer last wrote");
    }

    @Test
    void a_call_that_has_ended_within_the_window_is_fine() {
        Problems.of(waitsAndAsks("PT23H59M30S", "29")).notSay("outside-window");
    }

    private static byte[] waitsAndAsks(String duration, String seconds) {
        return new FlowText("p", "go")
                .waits("w", duration)
                .block("serviceTask", "c", "request", "address", "https://api.shop.example/", "seconds", seconds)
                .says("x", "Hello")
                .ends()
                .exitOf("c", "qliento.failed", "Sorry")
                .bytes();
    }

    private static String pause(String id, String duration) {
        return block("intermediateCatchEvent", id, "wait", "duration", duration);
    }
}
