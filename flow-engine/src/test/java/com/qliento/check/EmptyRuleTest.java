package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WhatsApp takes nothing empty, so the check says what may be. */
class EmptyRuleTest {

    private static final String WORDS = "which may be empty. WhatsApp takes nothing empty";

    @Test
    void a_text_that_is_nothing_but_a_value_which_may_be_empty_is_warned_of() {
        Problems.of(after("\"\"", block("sendTask", "x", "text", "text", "{{ v }}")))
                .warn("maybe-empty", "x", WORDS);
    }

    @Test
    void an_option_a_question_a_row_and_a_button_are_warned_of() {
        Problems.of(after("null", block("receiveTask", "x", "ask-choice", "question", "?", "options", "{{ v }}\nNo")))
                .warn("maybe-empty", "x", WORDS);
        Problems.of(after("null", block("receiveTask", "x", "ask-choice", "question", "{{ v }}", "options", "A\nB")))
                .warn("maybe-empty", "x", WORDS);
        Problems.of(after("null", block("sendTask", "x", "list", "text", "?", "rows", "{{ v }} | more\nNo")))
                .warn("maybe-empty", "x", WORDS);
        Problems.of(after("null", block("sendTask", "x", "buttons", "text", "?", "button1", " {{ v }} ")))
                .warn("maybe-empty", "x", WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Ann\"", "1 + 1", "if 1 > 2 then \"a\" else \"b\""})
    void a_value_that_is_there_for_sure_is_not(String value) {
        Problems.of(after(value, block("sendTask", "x", "text", "text", "{{ v }}")))
                .none();
    }

    @Test
    void a_value_among_words_is_not() {
        Problems.of(after("null", block("sendTask", "x", "text", "text", "Note: {{ v }}")))
                .none();
    }

    private static byte[] after(String value, String x) {
        return process(
                start(),
                arrow("start", "set"),
                block("serviceTask", "set", "set-value", "name", "v", "value", value),
                arrow("set", "x"),
                x,
                arrow("x", "end"),
                end());
    }
}
