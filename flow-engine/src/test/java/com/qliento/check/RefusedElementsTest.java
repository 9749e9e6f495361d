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
import org.junit.jupiter.params.provider.ValueSource;

/** Everything outside of the vocabulary is refused, by id and with a sentence. */
class RefusedElementsTest {

    @ParameterizedTest
    @CsvSource({
        "userTask, is a user task",
        "manualTask, is a manual task",
        "task, is a task of no kind",
        "parallelGateway, A chat has one way at a time",
        "inclusiveGateway, A chat has one way at a time",
        "complexGateway, A chat has one way at a time",
        "eventBasedGateway, waits for one of several events",
        "subProcess, is a process inside the flow",
        "transaction, is a process inside the flow",
        "adHocSubProcess, is a process inside the flow",
        "intermediateThrowEvent, throws an event",
        "callChoreography, is nothing a chat flow has"
    })
    void an_element_outside_of_the_vocabulary_is_refused(String tag, String sentence) {
        Problems.of(around("<bpmn:" + tag + " id='x'/>")).refuse("not-a-block", "x", sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendTask", "receiveTask", "serviceTask", "businessRuleTask"})
    void a_task_that_does_not_say_its_block_is_refused(String tag) {
        Problems.of(around("<bpmn:" + tag + " id='x'/>")).refuse("no-block", "x", "does not say which block it is");
    }

    @Test
    void a_template_of_somebody_else_is_refused() {
        byte[] flow = around("<bpmn:sendTask id='x' camunda:modelerTemplate='acme.fax'/>");

        Problems.of(flow).refuse("unknown-block", "x", "'acme.fax', which is no block of Qliento");
    }

    @Test
    void a_block_on_the_wrong_element_is_refused() {
        byte[] flow = around("<bpmn:serviceTask id='x' camunda:modelerTemplate='qliento.text'/>");

        Problems.of(flow).refuse("wrong-element", "x", "that is a sendTask, not a serviceTask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multiInstanceLoopCharacteristics", "standardLoopCharacteristics"})
    void a_step_that_repeats_itself_is_refused(String marker) {
        byte[] flow = around("<bpmn:sendTask id='x' camunda:modelerTemplate='qliento.text'>"
                + Bpmn.settings("text", "Hi") + "<bpmn:" + marker + "/></bpmn:sendTask>");

        Problems.of(flow).refuse("multi-instance", "x", "repeats itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataInputAssociation", "dataOutputAssociation", "ioSpecification", "property"})
    void data_that_is_drawn_only_is_said_to_have_no_effect(String data) {
        byte[] flow = around("<bpmn:sendTask id='x' camunda:modelerTemplate='qliento.text'>"
                + Bpmn.settings("text", "Hi") + "<bpmn:" + data + " id='d'/></bpmn:sendTask>");

        Problems.of(flow).warn("data-link", "x", "has no effect when the flow runs");
    }

    @Test
    void compensation_is_refused() {
        byte[] flow = around("<bpmn:sendTask id='x' isForCompensation='true' camunda:modelerTemplate='qliento.text'/>");

        Problems.of(flow).refuse("compensation", "x", "is for compensation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "signal", "conditional", "timer", "error", "escalation"})
    void a_start_with_an_event_kind_is_refused(String kind) {
        byte[] flow = process(
                "<bpmn:startEvent id='s'><bpmn:" + kind + "EventDefinition/></bpmn:startEvent>",
                arrow("s", "end"),
                end());

        Problems.of(flow).refuse("event-kind", "s", "is a " + kind + " event, which no block is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "signal", "conditional", "link"})
    void a_catch_event_that_waits_for_anything_but_time_is_refused(String kind) {
        byte[] flow = around("<bpmn:intermediateCatchEvent id='x'><bpmn:" + kind
                + "EventDefinition/></bpmn:intermediateCatchEvent>");

        Problems.of(flow).refuse("event-kind", "x", "a catch event only waits for time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "signal", "error", "compensate", "escalation"})
    void an_end_that_throws_something_is_refused(String kind) {
        byte[] flow = process(
                start(),
                arrow("start", "e"),
                "<bpmn:endEvent id='e'><bpmn:" + kind + "EventDefinition/></bpmn:endEvent>");

        Problems.of(flow).refuse("event-kind", "e", "A plain end is all a chat needs.");
    }

    @Test
    void a_terminate_end_is_a_plain_end() {
        byte[] flow = process(
                start(), arrow("start", "e"), "<bpmn:endEvent id='e'><bpmn:terminateEventDefinition/></bpmn:endEvent>");

        Problems.of(flow).none();
    }

    @Test
    void a_timer_that_repeats_is_refused() {
        byte[] flow = around("<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT0S"
                + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");

        Problems.of(flow).refuse("timer-cycle", "x", "is a timer that repeats");
    }

    @Test
    void a_timer_with_a_date_is_refused() {
        byte[] flow = around(
                "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition><bpmn:timeDate>2999-01-01T00:00:00Z"
                        + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");

        Problems.of(flow).refuse("timer-date", "x", "is a timer that waits for a date");
    }

    @ParameterizedTest
    @CsvSource({
        "R/PT0S, which is no duration",
        "tomorrow, which is no duration",
        "PT0S, The shortest wait is one second",
        "-PT5M, The shortest wait is one second",
        "P31D, the longest 30 days"
    })
    void a_wait_that_is_no_duration_or_too_short_or_too_long_is_refused(String duration, String sentence) {
        byte[] flow =
                around("<bpmn:intermediateCatchEvent id='x'>" + timer(duration) + "</bpmn:intermediateCatchEvent>");

        Problems.of(flow).refuse("bad-duration", "x", sentence);
    }

    @Test
    void a_boundary_event_that_does_not_interrupt_is_refused() {
        byte[] flow = around(ask("x"), boundary("cancelActivity='false'", "x", timer("PT1H")), arrow("b", "end"));

        Problems.of(flow).refuse("non-interrupting", "b", "two ways would run at once");
    }

    @Test
    void a_boundary_event_on_anything_but_an_ask_is_refused() {
        byte[] flow = around(text("x"), boundary("", "x", timer("PT1H")), arrow("b", "end"));

        Problems.of(flow).refuse("boundary-host", "b", "Only asks can time out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<bpmn:messageEventDefinition/>", "<bpmn:errorEventDefinition errorRef='other'/>", ""})
    void a_boundary_event_of_another_kind_is_refused(String kind) {
        byte[] flow = around(ask("x"), boundary("", "x", kind), arrow("b", "end"));

        Problems.of(flow).refuse("event-kind", "b", "an error with the code qliento.no-answer");
    }

    @Test
    void a_time_out_and_used_up_attempts_may_stand_on_an_ask() {
        byte[] flow =
                file("<bpmn:error id='e1' errorCode='qliento.no-answer'/><bpmn:process id='p' isExecutable='true'>"
                        + start() + arrow("start", "x") + ask("x") + arrow("x", "end") + end()
                        + boundary("", "x", timer("PT1H")) + arrow("b", "end")
                        + "<bpmn:boundaryEvent id='c' attachedToRef='x'><bpmn:errorEventDefinition errorRef='e1'/></bpmn:boundaryEvent>"
                        + arrow("c", "end") + "</bpmn:process>");

        Problems.of(flow).none();
    }

    @Test
    void decorations_are_allowed_and_ignored() {
        byte[] flow = file("<bpmn:collaboration id='c'><bpmn:participant id='pool' processRef='p'/>"
                + "<bpmn:participant id='customer' name='Customer'/></bpmn:collaboration>"
                + "<bpmn:process id='p' isExecutable='true'><bpmn:laneSet id='l'><bpmn:lane id='l1'/></bpmn:laneSet>"
                + start() + arrow("start", "end") + end()
                + "<bpmn:textAnnotation id='n'><bpmn:text>${note}</bpmn:text></bpmn:textAnnotation>"
                + "<bpmn:association id='as' sourceRef='end' targetRef='n'/><bpmn:group id='gr'/>"
                + "<bpmn:dataObject id='d'/><bpmn:dataStoreReference id='ds'/></bpmn:process>");

        Problems.of(flow).none();
    }

    private static String boundary(String attributes, String host, String kind) {
        return "<bpmn:boundaryEvent id='b' attachedToRef='" + host + "' " + attributes + ">" + kind
                + "</bpmn:boundaryEvent>";
    }

    @Test
    void a_wait_of_two_different_durations_is_refused() {
        byte[] flow = around("<bpmn:intermediateCatchEvent id='x' camunda:modelerTemplate='qliento.wait'>"
                + Bpmn.settings("duration", "PT5M") + timer("PT10M") + "</bpmn:intermediateCatchEvent>");

        Problems.of(flow).refuse("two-values", "x", "says 'PT5M' in its settings and 'PT10M' in the BPMN element");
    }

    @Test
    void a_block_by_its_plain_element_needs_no_template() {
        byte[] flow = around("<bpmn:intermediateCatchEvent id='x'>" + timer("P2W") + "</bpmn:intermediateCatchEvent>");

        Problems.of(flow).none();
        Problems.of(around(block("intermediateCatchEvent", "x", "wait", "duration", "PT5M")))
                .none();
    }
}
