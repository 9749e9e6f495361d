package com.qliento.check;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.ask;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.file;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;

import com.qliento.bpmn.Repair;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be mended without asking is offered as a change. */
class RepairTest {

    @Test
    void a_flow_without_a_start_gets_one_before_its_first_step() {
        Problems.of(process(text("x"), arrow("x", "end"), end()))
                .offer("no-start", new Repair("add-start", "p", Map.of("to", "x")));
    }

    @Test
    void a_start_without_a_keyword_gets_the_flows_name() {
        Problems.of(process("<bpmn:startEvent id='s'/>", arrow("s", "end"), end()))
                .offer("no-keyword", Repair.set("s", "keywords", "try"));
    }

    @Test
    void a_keyword_twice_is_kept_once() {
        Problems.of(process(block("startEvent", "s", "start", "keywords", "Menu, MENU, a"), arrow("s", "end"), end()))
                .offer("keyword-twice", Repair.set("s", "keywords", "Menu, a"));
    }

    @Test
    void after_a_dead_end_comes_an_end() {
        Problems.of(process(start(), arrow("start", "x"), text("x")))
                .offer("dead-end", new Repair("add-end", "x", Map.of()));
    }

    @Test
    void the_one_dead_end_is_joined_with_what_is_never_reached() {
        Problems.of(process(start(), arrow("start", "x"), text("x"), text("y"), arrow("y", "end"), end()))
                .offer("unreachable", new Repair("connect", "x", Map.of("to", "y")));
    }

    @Test
    void what_is_never_reached_is_removed_when_nothing_leads_to_it() {
        Problems.of(around(text("x"), text("y"), arrow("y", "end")))
                .offer("unreachable", new Repair("remove", "y", Map.of()));
    }

    @Test
    void the_last_way_of_a_condition_becomes_its_default() {
        byte[] flow = process(
                start(),
                arrow("start", "g"),
                "<bpmn:exclusiveGateway id='g'/>",
                arrow("g", "t", "feel", "answer = \"a\""),
                arrow("g", "end", "feel", "answer = \"b\""),
                text("t"),
                arrow("t", "end"),
                end());

        Problems.of(flow).offer("no-default", new Repair("set-default", "g", Map.of("arrow", "g-end")));
    }

    @Test
    void a_choice_without_a_way_gets_one() {
        byte[] flow = process(
                start(),
                arrow("start", "a"),
                block("receiveTask", "a", "ask-choice", "question", "?", "options", "Red\nBlue", "name", "colour"),
                arrow("a", "g"),
                "<bpmn:exclusiveGateway id='g'/>",
                arrow("g", "t", "feel", "colour = \"Red\""),
                arrow("g", "end", "feel", "colour = \"Green\""),
                text("t"),
                arrow("t", "end"),
                end());

        Problems.of(flow)
                .warn("choice-without-way", "g", "has no way for the choice 'Blue'")
                .offer(
                        "choice-without-way",
                        new Repair("add-way", "g", Map.of("field", "colour", "value", "Blue", "loose", "false")));
    }

    @Test
    void a_condition_about_something_else_owes_choices_nothing() {
        byte[] flow = process(
                start(),
                arrow("start", "a"),
                block("receiveTask", "a", "ask-choice", "question", "?", "options", "Red\nBlue", "name", "colour"),
                arrow("a", "g"),
                "<bpmn:exclusiveGateway id='g'/>",
                arrow("g", "t", "feel", "contact.language = \"de\""),
                arrow("g", "end", "feel", "contact.language = \"en\""),
                text("t"),
                arrow("t", "end"),
                end());

        Problems.of(flow).notSay("choice-without-way");
    }

    @Test
    void more_buttons_than_three_become_a_list() {
        Problems.of(around(
                        block("sendTask", "x", "buttons", "text", "?", "button1", "a", "button2", "b", "button4", "d")))
                .refuse("too-many-buttons", "x", "has 3 buttons; WhatsApp shows 3 at most")
                .offer("too-many-buttons", new Repair("to-list", "x", Map.of()));
    }

    @Test
    void a_text_that_is_too_long_goes_on_in_a_second_one() {
        Problems.of(around(block("sendTask", "x", "text", "text", "a".repeat(4097))))
                .offer("too-long", new Repair("split-text", "x", Map.of()));
        Problems.of(around(block("sendTask", "x", "buttons", "text", "Hi", "button1", "a".repeat(21))))
                .offer("too-long", null);
    }

    @ParameterizedTest
    @CsvSource({"color, colour", "coluor, colour", "Colour, colour", "contct, contact", "shoe_size, ", "a, "})
    void a_name_written_almost_right_is_set_right(String written, String meant) {
        byte[] flow = process(
                start(),
                arrow("start", "x"),
                block("receiveTask", "x", "ask-choice", "name", "colour", "question", "?", "options", "a"),
                arrow("x", "y"),
                block("sendTask", "y", "text", "text", "{{ " + written + " }}"),
                arrow("y", "end"),
                end());

        Problems.of(flow)
                .offer(
                        "unknown-name",
                        meant == null ? null : new Repair("rename", "y", Map.of("from", written, "to", meant)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "size > 3 ~ text-with-number ~ size",
                "3 < size ~ text-with-number ~ size",
                "size between 2 and 5 ~ text-with-number ~ size",
                "size > 3 and size < 9 ~ text-with-number ~ size",
                "contact.name = 7 ~ text-with-number ~ contact.name",
                "size = \"M\" or size > 3 ~ text-with-number ~ ",
                "size in [1..3] ~ text-with-number ~ size",
                "size in >= 3 ~ text-with-number ~ size",
                "size in (1, [3..5]) and size < 9 ~ text-with-number ~ size",
                "size in (1, 2) or size = \"M\" ~ text-with-number ~ ",
                "size in (true, 2) ~ never-true ~ ",
                "number(size) in [\"1\"..\"3\"] ~ never-true ~ ",
                "size = date(\"2026-01-01\") ~ never-true ~ ",
                "number(size) = \"3\" ~ never-true ~ ",
                "number(size) > 5 and number(size) < 3 ~ empty-range ~ ",
                "total > 5 and total <= 5 ~ empty-range ~ ",
                "total between 9 and 2 ~ empty-range ~ "
            })
    void a_condition_that_can_never_be_true_is_found(String feel, String code, String name) {
        Problems.of(compared(feel))
                .offer(
                        code,
                        name == null
                                ? null
                                : new Repair("rename", "x-y", Map.of("from", name, "to", "number(" + name + ")")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "number(size) > 3",
                "size = \"3\"",
                "size != 3",
                "size = null",
                "total > 3",
                "total > 3 and total < 9",
                "total >= 5 and total <= 5",
                "total < 3 or total > 9",
                "string length(size) > 3",
                "number(size) in [1..3]",
                "size in (\"3\", 4)",
                "size in (null, 4)",
                "size in (not(3))",
                "size in [\"1\"..\"4\"]",
                "total in [1..3]",
                "size in total",
                "some size in [4, 5] satisfies size > 3",
                "count([{ size: 4 }][size > 3]) = 1"
            })
    void a_condition_that_can_be_true_is_left_alone(String feel) {
        Problems.of(compared(feel))
                .notSay("text-with-number")
                .notSay("never-true")
                .notSay("empty-range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "Fits: {{ if size > 3 then \"yes\" else \"no\" }} ~ true",
                "{{ size }} and {{ if size in [1..3] then \"S\" else \"L\" }} ~ true",
                "Fits: {{ if number(size) > 3 then \"yes\" else \"no\" }} ~ false",
                "size > 3 ~ false",
                "\\{{ size > 3 }} ~ false",
            })
    void a_condition_in_a_text_that_can_never_be_true_is_found(String text, boolean found) {
        byte[] flow = process(
                start(),
                arrow("start", "x"),
                block("receiveTask", "x", "ask-text", "name", "size", "question", "Size?"),
                arrow("x", "y"),
                block("sendTask", "y", "text", "text", text),
                arrow("y", "end"),
                end());

        if (found) {
            Problems.of(flow).offer("text-with-number", null);
        } else {
            Problems.of(flow).notSay("text-with-number");
        }
    }

    private static byte[] compared(String feel) {
        return process(
                start(),
                arrow("start", "x"),
                block("receiveTask", "x", "ask-text", "name", "size", "question", "Size?"),
                block("serviceTask", "t", "set-value", "name", "total", "value", "1"),
                arrow("x", "y", "feel", feel.replace("<", "&lt;")),
                text("y"),
                arrow("y", "t"),
                arrow("t", "end"),
                end());
    }

    @Test
    void an_id_twice_gets_a_new_one() {
        Problems.of(process(start(), arrow("start", "end"), end(), end()))
                .offer("duplicate-id", new Repair("new-id", "end", Map.of()));
    }

    @Test
    void a_drawing_is_made_executable() {
        Problems.of(file("<bpmn:process id='p' isExecutable='false'>" + start() + arrow("start", "end") + end()
                        + "</bpmn:process>"))
                .offer("not-executable", new Repair("executable", "p", Map.of()));
    }

    @Test
    void a_number_out_of_bounds_gets_its_default_back() {
        Problems.of(around(block("receiveTask", "x", "ask-text", "question", "?", "attempts", "99")))
                .offer("bad-setting", Repair.set("x", "attempts", "3"));
    }

    @Test
    void what_only_a_person_can_know_has_no_repair() {
        Problems.of(around(block("sendTask", "x", "text"))).offer("missing-setting", null);
        Problems.of(process(start(), arrow("start", "x"), ask("x"), arrow("x", "x")))
                .notSay("endless-loop");
    }
}
