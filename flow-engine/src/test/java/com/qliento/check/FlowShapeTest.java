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
import static com.qliento.check.Bpmn.timer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One start, one way at a time, no loop without a wait, and nothing that leads nowhere. */
class FlowShapeTest {

    private static final String GATEWAY = "<bpmn:exclusiveGateway id='g' name='Vip?' default='g-end'/>";

    @Test
    void a_sound_flow_has_no_problems() {
        Problems.of(around(text("x"))).none();
    }

    @Test
    void a_file_without_a_process_has_nothing_to_run() {
        Problems.of(file("")).refuse("nothing-to-run", null, "There is nothing to run in this file");
        Problems.of(process()).refuse("nothing-to-run", null, "There is nothing to run in this file");
    }

    @Test
    void a_drawing_only_says_it_is_not_executable() {
        byte[] flow = file("<bpmn:process id='p' isExecutable='false'>" + start() + arrow("start", "end") + end()
                + "</bpmn:process>");

        Problems.of(flow).refuse("not-executable", "p", "Make it executable to run it.");
    }

    @Test
    void a_process_that_does_not_say_whether_it_is_executable_is() {
        byte[] flow = file("<bpmn:process id='p'>" + start() + arrow("start", "end") + end() + "</bpmn:process>");

        Problems.of(flow).none();
    }

    @Test
    void two_processes_with_steps_are_refused() {
        byte[] flow = file("<bpmn:process id='p'>" + start() + arrow("start", "end") + end()
                + "</bpmn:process><bpmn:process id='q'><bpmn:endEvent id='e'/></bpmn:process>");

        Problems.of(flow).refuse("several-processes", "q", "The file has 2 pools or processes with steps");
    }

    @Test
    void an_arrow_with_two_conditions_is_refused_for_only_one_of_them_would_count() {
        String two = arrow("g", "x", "feel", "a = 1")
                .replace(
                        "</bpmn:sequenceFlow>",
                        "<bpmn:conditionExpression>b = 2</bpmn:conditionExpression></bpmn:sequenceFlow>");
        byte[] flow = process(
                start(),
                ask("a"),
                ask("b"),
                GATEWAY,
                text("x"),
                end(),
                arrow("start", "a"),
                arrow("a", "b"),
                arrow("b", "g"),
                two,
                arrow("g", "end"),
                arrow("x", "end"));

        Problems.of(flow).refuse("several-conditions", "g-x", "has 2 conditions");
    }

    @Test
    void a_flow_without_a_start_is_refused() {
        Problems.of(process(text("x"), arrow("x", "end"), end())).refuse("no-start", "p", "The flow has no start.");
    }

    @Test
    void a_second_start_is_refused() {
        byte[] flow = process(start(), arrow("start", "end"), end(), "<bpmn:startEvent id='s2'/>", arrow("s2", "end"));

        Problems.of(flow).refuse("several-starts", "s2", "is a second start");
    }

    @Test
    void a_start_on_keywords_without_a_keyword_is_refused() {
        byte[] flow = process("<bpmn:startEvent id='s'/>", arrow("s", "end"), end());

        Problems.of(flow).refuse("no-keyword", "s", "has no keyword, so nothing would start the flow");
    }

    @Test
    void a_keyword_twice_is_a_warning() {
        byte[] flow = process(
                block("startEvent", "s", "start", "keywords", "Menu, prices,  MENU "), arrow("s", "end"), end());

        Problems.of(flow).warn("keyword-twice", "s", "has the keyword 'menu' twice");
    }

    @Test
    void the_same_id_twice_is_refused() {
        Problems.of(process(start(), arrow("start", "end"), end(), end()))
                .refuse("duplicate-id", "end", "The id 'end' stands twice");
    }

    @Test
    void a_step_without_an_id_or_with_one_that_xml_does_not_know_is_refused() {
        Problems.of(process(start(), "<bpmn:endEvent/>")).refuse("no-id", "p", "An end event has no id");
        Problems.of(process(start(), "<bpmn:endEvent id='qliento-x'/>")).refuse("bad-id", "qliento-x", "can't be used");
        Problems.of(process(start(), "<bpmn:endEvent id='1 a'/>"))
                .refuse("bad-id", "1 a", "The id '1 a' can't be used");
    }

    @Test
    void an_arrow_to_nowhere_is_refused() {
        Problems.of(process(start(), arrow("start", "gone")))
                .refuse("loose-arrow", "start-gone", "does not join two steps");
    }

    @Test
    void an_arrow_into_a_start_or_out_of_an_end_is_refused() {
        Problems.of(process(start(), arrow("start", "end"), end(), arrow("end", "start")))
                .refuse("arrow-direction", "end-start", "leads into a start or out of an end");
    }

    @Test
    void two_arrows_out_of_a_step_are_refused() {
        Problems.of(around(text("x"), text("y"), arrow("x", "y"), arrow("y", "end")))
                .refuse("several-ways", "x", "has 2 arrows out of it, so all ways would run at once");
    }

    @Test
    void a_condition_on_an_arrow_out_of_anything_but_a_gateway_is_refused() {
        Problems.of(process(start(), arrow("start", "end", "feel", "true"), end()))
                .refuse("misplaced-condition", "start-end", "only arrows out of a condition block can");
    }

    @Test
    void a_gateway_without_a_way_out_is_refused() {
        Problems.of(process(start(), arrow("start", "g"), "<bpmn:exclusiveGateway id='g'/>"))
                .refuse("no-way-out", "g", "has no arrow out of it");
    }

    @Test
    void a_gateway_without_a_default_is_a_warning() {
        byte[] flow = gateway(
                "<bpmn:exclusiveGateway id='g'/>", arrow("g", "t", "feel", "a"), arrow("g", "end", "feel", "b"));

        Problems.of(flow).warn("no-default", "g", "has no default way");
    }

    @Test
    void a_default_that_is_no_arrow_of_the_gateway_is_refused() {
        byte[] flow = gateway(
                "<bpmn:exclusiveGateway id='g' default='t-end'/>",
                arrow("g", "t", "feel", "a"),
                arrow("g", "end", "feel", "b"));

        Problems.of(flow).refuse("bad-default", "g", "a default way that is not one of its arrows");
    }

    @Test
    void a_way_without_a_condition_is_refused() {
        Problems.of(gateway(GATEWAY, arrow("g", "t"), arrow("g", "end")))
                .refuse("no-condition", "g-t", "An arrow out of 'Vip?' has no condition");
    }

    @Test
    void a_default_way_with_a_condition_is_refused() {
        Problems.of(gateway(GATEWAY, arrow("g", "t", "feel", "a"), arrow("g", "end", "feel", "b")))
                .refuse("default-with-condition", "g-end", "is the default and has a condition");
    }

    @Test
    void the_only_way_with_a_condition_is_refused() {
        Problems.of(process(
                        start(),
                        arrow("start", "g"),
                        "<bpmn:exclusiveGateway id='g'/>",
                        arrow("g", "end", "feel", "a"),
                        end()))
                .refuse("single-way-with-condition", "g-end", "has a condition but is the only way");
    }

    @ParameterizedTest
    @CsvSource({"'', without a language", "groovy, in 'groovy'", "juel, in 'juel'"})
    void a_condition_in_another_language_than_feel_is_refused(String language, String sentence) {
        Problems.of(gateway(GATEWAY, arrow("g", "t", language, "a = 1"), arrow("g", "end")))
                .refuse("condition-language", "g-t", "has a condition " + sentence + ". Write it in FEEL");
    }

    @Test
    void a_step_nobody_gets_to_is_a_warning() {
        Problems.of(around(text("x"), text("y"), arrow("y", "end")))
                .warn("unreachable", "y", "is never reached from the start");
    }

    @Test
    void a_step_after_which_nothing_comes_is_a_warning() {
        Problems.of(process(start(), arrow("start", "x"), text("x"))).warn("dead-end", "x", "the flow ends here");
    }

    @Test
    void a_loop_that_never_waits_is_refused() {
        Problems.of(process(start(), arrow("start", "x"), text("x"), arrow("x", "y"), text("y"), arrow("y", "x")))
                .refuse("endless-loop", "x", "The loop through 'x', 'y' never waits");
    }

    @Test
    void a_step_that_leads_to_itself_is_refused() {
        Problems.of(process(start(), arrow("start", "x"), text("x"), arrow("x", "x")))
                .refuse("endless-loop", "x", "The loop through 'x' never waits");
    }

    @Test
    void a_loop_with_an_ask_in_it_is_fine() {
        Problems.of(process(start(), arrow("start", "x"), ask("x"), arrow("x", "y"), text("y"), arrow("y", "x")))
                .none();
    }

    @Test
    void a_loop_that_sends_and_waits_only_for_time_is_a_warning() {
        Problems.of(loopWith("PT5M"))
                .warn("talks-to-itself", "x", "again and again without waiting for the customer")
                .notSay("endless-loop")
                .notSay("writes-too-often");
    }

    @Test
    void a_loop_that_sends_and_hardly_waits_is_refused() {
        Problems.of(loopWith("PT5S"))
                .refuse("writes-too-often", "x", "Let it wait 60 seconds at least in one place")
                .notSay("endless-loop")
                .notSay("talks-to-itself");
        Problems.of(loopWith("PT59S")).refuse("writes-too-often", "x", "with hardly a pause");
    }

    @Test
    void a_question_that_is_asked_again_as_soon_as_nobody_answers_is_refused() {
        Problems.of(askedAgainAfter("PT1S")).refuse("writes-too-often", "x", "with hardly a pause");
        Problems.of(askedAgainAfter("PT10M")).notSay("writes-too-often");
    }

    @Test
    void a_loop_that_hardly_waits_and_starts_a_flow_that_may_say_anything_is_refused() {
        Problems.of(process(
                        start(),
                        arrow("start", "x"),
                        block("callActivity", "x", "start-flow", "flow", "fine"),
                        arrow("x", "y"),
                        block("intermediateCatchEvent", "y", "wait", "duration", "PT1S"),
                        arrow("y", "x")))
                .refuse("writes-too-often", "x", "with hardly a pause");
    }

    private static byte[] loopWith(String duration) {
        String pause = block("intermediateCatchEvent", "y", "wait", "duration", duration);
        return process(start(), arrow("start", "x"), text("x"), arrow("x", "y"), pause, arrow("y", "x"));
    }

    private static byte[] askedAgainAfter(String duration) {
        return process(
                start(),
                arrow("start", "x"),
                ask("x"),
                arrow("x", "end"),
                end(),
                "<bpmn:boundaryEvent id='late' attachedToRef='x'>" + timer(duration) + "</bpmn:boundaryEvent>",
                arrow("late", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "this, calls-itself, leads back to this flow",
        "again, calls-itself, leads back to this flow",
        "gone, unknown-flow, there is no published flow of this key",
        "No Key, unknown-flow, which is no flow's key"
    })
    void a_flow_that_starts_itself_directly_or_round_about_or_a_missing_one_is_refused(
            String key, String code, String sentence) {
        Problems.of(around(block("callActivity", "x", "start-flow", "flow", key)))
                .refuse(code, "x", sentence);
        Problems.of(around("<bpmn:callActivity id='x' calledElement='" + key + "'/>"))
                .refuse(code, "x", sentence);
    }

    @Test
    void a_flow_may_start_another_published_one() {
        Problems.of(around(block("callActivity", "x", "start-flow", "flow", "fine")))
                .none();
    }

    private static byte[] gateway(String gateway, String... ways) {
        return process(
                start(), arrow("start", "g"), gateway, String.join("", ways), text("t"), arrow("t", "end"), end());
    }
}
