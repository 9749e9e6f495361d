package com.qliento.flow;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;

import com.qliento.check.Problems;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of blocks: there, of their kind, within WhatsApp's limits, and in sound FEEL. */
class FlowSettingsTest {

    @Test
    void a_missing_setting_that_is_needed_is_refused() {
        Problems.of(around(block("sendTask", "x", "text", "text", "  ")))
                .refuse("missing-setting", "x", "needs 'Text'.");
        Problems.of(around(block("serviceTask", "x", "set-value", "name", "a")))
                .refuse("missing-setting", "x", "needs 'Value'.");
        Problems.of(around("<bpmn:callActivity id='x'/>")).refuse("missing-setting", "x", "needs 'Flow'.");
        Problems.of(around("<bpmn:intermediateCatchEvent id='x'/>"))
                .refuse("missing-setting", "x", "needs 'For how long'.");
    }

    @ParameterizedTest
    @CsvSource({
        "attempts, 0, Write a whole number from 1 to 10.",
        "attempts, three, Write a whole number from 1 to 10.",
        "category, shoes, Choose one of: name",
        "name, my colour, 'Use letters, digits and _'",
        "name, answer, 'Use letters, digits and _'"
    })
    void a_setting_of_another_kind_is_refused(String name, String value, String sentence) {
        Problems.of(around(block("receiveTask", "x", "ask-text", name, value)))
                .refuse("bad-setting", "x", "is '" + value + "'. " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-1", "1.5", "99999999999"})
    void a_merge_window_over_eight_seconds_or_none_is_refused(String seconds) {
        byte[] flow = process(
                block("startEvent", "s", "start", "keywords", "go", "mergeSeconds", seconds), arrow("s", "end"), end());

        Problems.of(flow).refuse("bad-setting", "s", "Write a whole number from 0 to 8.");
    }

    @Test
    void a_setting_the_block_does_not_have_is_a_warning() {
        Problems.of(around(block("sendTask", "x", "text", "text", "Hi", "txt", "Hi")))
                .warn("unknown-setting", "x", "a setting 'txt', which this block has not");
    }

    @ParameterizedTest
    @CsvSource({"text, 4096", "header, 60", "footer, 60", "button1, 20"})
    void a_text_over_whatsapps_limit_is_refused(String parameter, int most) {
        String key = parameter.equals("text") ? "text" : "buttons";
        String fits = block("sendTask", "x", key, parameter, "a".repeat(most));
        String over = block("sendTask", "x", key, parameter, "a".repeat(most + 1));

        Problems.of(around(fits)).notSay("too-long");
        Problems.of(around(over)).refuse("too-long", "x", "has " + (most + 1) + " characters; WhatsApp allows " + most);
    }

    @Test
    void what_values_add_to_a_text_is_a_warning() {
        String title = "{{ if answer = null then \"nobody knows yet\" else answer }}";

        Problems.of(around(block("sendTask", "x", "buttons", "text", "Hi", "button1", title)))
                .notSay("too-long")
                .warn("maybe-too-long", "x", "WhatsApp allows 20");
    }

    @Test
    void an_emoji_counts_as_one_character_as_whatsapp_counts() {
        Problems.of(around(block("sendTask", "x", "buttons", "text", "Hi", "button1", "💬".repeat(20))))
                .none();
        Problems.of(around(block("sendTask", "x", "buttons", "text", "Hi", "button1", "💬".repeat(21))))
                .refuse("too-long", "x", "has 21 characters");
    }

    @Test
    void more_than_ten_options_or_rows_are_refused() {
        String eleven = IntStream.range(0, 11).mapToObj(i -> "No " + i).collect(Collectors.joining("\n"));

        Problems.of(around(block("receiveTask", "x", "ask-choice", "question", "?", "options", eleven)))
                .refuse("too-many-choices", "x", "has 11 options; WhatsApp shows 10 at most");
        Problems.of(around(block("sendTask", "x", "list", "text", "?", "rows", eleven)))
                .refuse("too-many-choices", "x", "has 11 rows; WhatsApp shows 10 at most");
    }

    @Test
    void options_may_be_longer_when_they_become_a_list() {
        String option = "a".repeat(22);

        Problems.of(around(block("receiveTask", "x", "ask-choice", "question", "?", "options", option)))
                .refuse("too-long", "x", "WhatsApp allows 20");
        Problems.of(around(block("receiveTask", "x", "ask-choice", "question", "?", "options", option + "\nb\nc\nd")))
                .none();
    }

    @ParameterizedTest
    @CsvSource({
        "# A, empty-section, has a section 'A' without rows",
        "a~# A~b, section-without-title, has rows above its first section",
        "| b, row-without-title, has a row without a title",
        "a~a, choice-twice, has the row 'a' twice",
        "aaaaaaaaaaaaaaaaaaaaaaaaa, too-long, has 25 characters; WhatsApp allows 24"
    })
    void rows_whatsapp_would_refuse_are_refused(String rows, String code, String sentence) {
        Problems.of(around(block("sendTask", "x", "list", "text", "Hi", "rows", rows.replace('~', '\n'))))
                .refuse(code, "x", sentence);
    }

    @Test
    void two_buttons_of_one_title_are_refused() {
        Problems.of(around(block("sendTask", "x", "buttons", "text", "Hi", "button1", "Yes", "button2", "Yes")))
                .refuse("choice-twice", "x", "has the button 'Yes' twice");
    }

    @Test
    void two_options_that_read_the_same_when_they_are_written_are_a_warning() {
        Problems.of(around(block("receiveTask", "x", "ask-choice", "question", "?", "options", "Yes\nyes!")))
                .warn("choice-alike", "x", "has the choice 'yes!' and one that reads the same");
    }

    @Test
    void feel_that_is_not_sound_is_refused_with_its_place() {
        Problems.of(around(block("serviceTask", "x", "set-value", "name", "a", "value", "answer ) 2")))
                .refuse(
                        "bad-feel",
                        "x",
                        "The service task 'x', 'Value': The expression can't be read at line 1, column ");
        Problems.of(around(block("sendTask", "x", "text", "text", "Hello {{ answer ) 2 }}")))
                .refuse("bad-feel", "x", "'Text': braces at line 1, column 7: ");
        Problems.of(process(
                        start(),
                        arrow("start", "g"),
                        "<bpmn:exclusiveGateway id='g' default='g-end'/>",
                        arrow("g", "t", "feel", "answer ) 2"),
                        text("t"),
                        arrow("t", "end"),
                        arrow("g", "end"),
                        end()))
                .refuse("bad-feel", "g-t", "the condition: ");
    }

    @Test
    void an_expression_or_text_nobody_would_write_is_refused_before_it_is_parsed() {
        Problems.of(around(block("serviceTask", "x", "set-value", "name", "a", "value", "(".repeat(2001))))
                .refuse("bad-feel", "x", "The expression has more than 2000 characters");
        Problems.of(around(block("sendTask", "x", "text", "text", "{{ a }}".repeat(2000))))
                .refuse("bad-feel", "x", "a text with its expressions has 8000 characters at most");
    }

    @Test
    void a_name_nothing_in_the_flow_gives_is_a_warning() {
        Problems.of(around(block("sendTask", "x", "text", "text", "It is {{ colour }}")))
                .warn("unknown-name", "x", "colour");
    }

    @Test
    void a_name_an_ask_or_a_set_value_gives_is_known() {
        byte[] flow = process(
                start(),
                arrow("start", "x"),
                block("receiveTask", "x", "ask-text", "name", "colour"),
                arrow("x", "y"),
                block("sendTask", "y", "text", "text", "{{ colour }} and {{ answer }} for {{ contact.name }}"),
                arrow("y", "end"),
                end());

        Problems.of(flow).notSay("unknown-name");
    }
}
