package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;

import com.qliento.bpmn.Repair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer types is put into texts, and WhatsApp counts it too. */
class WorstLengthTest {

    @Test
    void a_free_answer_can_make_a_text_too_long_and_a_limit_on_it_is_offered() {
        Problems.of(said("Hello {{ who }}", "ask-text", "question", "?", "name", "who"))
                .warn("maybe-too-long", "x", "can have 4102 characters, as 'who' can have 4096; WhatsApp allows 4096")
                .offer("maybe-too-long", Repair.set("a", "valid", "string length(answer) <= 1000"));
    }

    @ParameterizedTest
    @CsvSource({
        "string length(answer) <= 100",
        "string length(answer) > 3 and string length(answer) <= 500",
        "'matches(answer, \"^[1-9][0-9]{0,3}$\")'",
        "string length( answer ) < 100",
        "number(answer) > 3 and number(answer) < 9"
    })
    void an_answer_that_is_bounded_fits(String valid) {
        Problems.of(said("Hello {{ who }}", "ask-text", "question", "?", "name", "who", "valid", valid))
                .none();
    }

    @Test
    void a_choice_is_as_long_as_its_longest_option() {
        Problems.of(said("Hello {{ who }}", "ask-choice", "question", "?", "options", "Ann\nBob", "name", "who"))
                .none();
    }

    @ParameterizedTest
    @CsvSource({
        "{{ contact.name }}, true",
        "{{ substring(contact.name; 1; 20) }}, false",
        "{{ 1 + 1 }}, false",
        "{{ today }}, false",
        "{{ if contact.name = \"Al\" then \"Al\" else contact.language }}, true"
    })
    void a_button_is_short(String title, boolean warned) {
        byte[] flow = Bpmn.around(block("sendTask", "x", "buttons", "text", "?", "button1", title.replace(';', ',')));

        if (warned) {
            Problems.of(flow).warn("maybe-too-long", "x", "WhatsApp allows 20, and the rest would be cut");
        } else {
            Problems.of(flow).none();
        }
    }

    private static byte[] said(String text, String... ask) {
        String[] settings = Arrays.copyOfRange(ask, 1, ask.length);
        return process(
                start(),
                arrow("start", "a"),
                block("receiveTask", "a", ask[0], settings),
                arrow("a", "x"),
                block("sendTask", "x", "text", "text", text),
                arrow("x", "end"),
                end());
    }
}
