package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.ask;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.chat.ChatSet;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer that is used after it is over. */
class AnswerTimeRuleTest {

    @Test
    void an_answer_that_is_used_while_it_is_kept_is_fine() {
        Problems.of(process(asked(), pause("w", "P30D"), arrow("w", "x"), uses("x"), arrow("x", "end"), end()))
                .notSay("answer-over");
    }

    @Test
    void waits_add_up_to_an_answer_that_is_over() {
        Problems.of(twoWaits(uses("x")))
                .warn("answer-over", "x", "can be 40 days old there. Answers are kept for 30 days");
    }

    @Test
    void a_text_that_does_not_use_it_is_fine() {
        Problems.of(twoWaits(Bpmn.text("x"))).notSay("answer-over");
    }

    @Test
    void what_is_asked_again_begins_anew() {
        Problems.of(process(
                        asked(),
                        pause("w", "P20D"),
                        arrow("w", "b"),
                        asks("b"),
                        arrow("b", "v"),
                        pause("v", "P20D"),
                        arrow("v", "x"),
                        uses("x"),
                        arrow("x", "end"),
                        end()))
                .notSay("answer-over");
    }

    @Test
    void a_question_that_nobody_answered_again_keeps_what_there_was() {
        Problems.of(process(
                        asked(),
                        pause("w", "P20D"),
                        arrow("w", "b"),
                        asks("b"),
                        arrow("b", "end"),
                        "<bpmn:boundaryEvent id='late' attachedToRef='b'>" + timer("P15D") + "</bpmn:boundaryEvent>",
                        arrow("late", "x"),
                        uses("x"),
                        arrow("x", "end2"),
                        end(),
                        "<bpmn:endEvent id='end2'/>"))
                .warn("answer-over", "x", "can be 35 days old");
    }

    @Test
    void how_long_another_answer_may_take_counts() {
        Problems.of(process(
                        asked(),
                        pause("w", "P20D"),
                        arrow("w", "b"),
                        ask("b"),
                        "<bpmn:boundaryEvent id='late' attachedToRef='b'>" + timer("P15D") + "</bpmn:boundaryEvent>",
                        arrow("late", "end2"),
                        arrow("b", "x"),
                        uses("x"),
                        arrow("x", "end"),
                        end(),
                        "<bpmn:endEvent id='end2'/>"))
                .warn("answer-over", "x", "can be 35 days old");
    }

    @Test
    void a_loop_that_waits_makes_any_answer_old() {
        Problems.of(process(
                        asked(),
                        pause("w", "P2D"),
                        arrow("w", "g"),
                        "<bpmn:exclusiveGateway id='g' default='g-w'/>",
                        arrow("g", "w"),
                        arrow("g", "x", "feel", "today &gt; date(\"2030-01-01\")"),
                        uses("x"),
                        arrow("x", "end"),
                        end()))
                .warn("answer-over", "x", "the loop before it can go round");
    }

    @Test
    void a_condition_that_uses_it_is_told_of() {
        Problems.of(process(
                        asked(),
                        pause("w", "P20D"),
                        arrow("w", "v"),
                        pause("v", "P20D"),
                        arrow("v", "g"),
                        "<bpmn:exclusiveGateway id='g' default='g-end'/>",
                        arrow("g", "end"),
                        arrow("g", "x", "feel", "town = \"Vigo\""),
                        Bpmn.text("x"),
                        arrow("x", "end2"),
                        end(),
                        "<bpmn:endEvent id='end2'/>"))
                .warn("answer-over", "g-x", "can be 40 days old");
    }

    @Test
    void an_organisation_that_keeps_messages_shorter_is_warned_sooner() {
        var flow = process(asked(), pause("w", "P8D"), arrow("w", "x"), uses("x"), arrow("x", "end"), end());

        var problems = ChatSet.check().check(flow, keeping(Duration.ofDays(7)));

        assertThat(problems).extracting(problem -> problem.code()).contains("answer-over");
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("answer-over"))
                .singleElement()
                .asString()
                .contains("Answers are kept for 7 days");
    }

    private static FlowEnvironment keeping(Duration time) {
        return new FlowEnvironment() {
            @Override
            public String flowKey() {
                return "this";
            }

            @Override
            public boolean published(String flowKey) {
                return false;
            }

            @Override
            public Set<String> calls(String flowKey) {
                return Set.of();
            }

            @Override
            public Duration answersKept() {
                return time;
            }
        };
    }

    private static byte[] twoWaits(String x) {
        return process(
                asked(),
                pause("w", "P20D"),
                arrow("w", "v"),
                pause("v", "P20D"),
                arrow("v", "x"),
                x,
                arrow("x", "end"),
                end());
    }

    private static String asked() {
        return start() + arrow("start", "a") + asks("a") + arrow("a", "w");
    }

    private static String asks(String id) {
        return block("receiveTask", id, "ask-text", "question", "Where?", "name", "town");
    }

    private static String uses(String id) {
        return block("sendTask", id, "text", "text", "To {{ town }}");
    }

    private static String pause(String id, String duration) {
        return "<bpmn:intermediateCatchEvent id='" + id + "'>" + timer(duration) + "</bpmn:intermediateCatchEvent>";
    }
}
