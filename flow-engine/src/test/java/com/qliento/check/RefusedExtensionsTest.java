package com.qliento.check;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would reach Java is refused, by id and with a sentence. */
class RefusedExtensionsTest {

    @Test
    void a_script_task_is_refused() {
        byte[] flow = around(
                "<bpmn:scriptTask id='x' name='Run' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>");

        Problems.of(flow).refuse("script", "x", "'Run' is a script task. A flow is data, never code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "expression", "delegateExpression", "type", "topic"})
    void a_call_of_program_code_is_refused(String attribute) {
        byte[] flow = around("<bpmn:serviceTask id='x' name='Do' camunda:" + attribute + "='a.B'/>");

        Problems.of(flow).refuse("java-call", "x", "'Do' calls program code");
    }

    @Test
    void a_call_of_program_code_on_a_block_is_refused_too() {
        byte[] flow = around("<bpmn:sendTask id='x' camunda:modelerTemplate='qliento.text' camunda:class='a.B'/>");

        Problems.of(flow).refuse("java-call", "x", "(camunda:class)");
    }

    @Test
    void extensions_in_the_older_namespace_that_camunda_still_reads_are_refused() {
        byte[] flow = around("<bpmn:serviceTask id='x' activiti:class='a.B'/>");

        Problems.of(flow).refuse("java-call", "x", "The service task 'x' calls program code");
    }

    @ParameterizedTest
    @CsvSource({
        "executionListener, listener, runs program code when the step begins or ends",
        "taskListener, listener, runs program code when the step begins or ends",
        "inputOutput, input-output, has input or output parameters",
        "in, mapping, passes variables",
        "out, mapping, passes variables",
        "connector, connector, uses a connector",
        "formData, form, has a form of the engine",
        "script, script, holds a script",
        "field, camunda-element, has an extension of the engine",
        "failedJobRetryTimeCycle, camunda-element, has an extension of the engine"
    })
    void an_extension_of_the_engine_is_refused(String element, String code, String sentence) {
        byte[] flow = around(
                "<bpmn:sendTask id='x' name='Say' camunda:modelerTemplate='qliento.text'><bpmn:extensionElements><camunda:"
                        + element + "/></bpmn:extensionElements></bpmn:sendTask>");

        Problems.of(flow).refuse(code, "x", "'Say' " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"asyncBefore, camunda-attribute", "formKey, form", "calledElementBinding, camunda-attribute"})
    void an_attribute_of_the_engine_that_is_not_known_to_be_harmless_is_refused(String attribute, String code) {
        byte[] flow = around(
                "<bpmn:sendTask id='x' camunda:modelerTemplate='qliento.text' camunda:" + attribute + "='true'/>");

        Problems.of(flow).refuse(code, "x", "(camunda:" + attribute + ")");
    }

    @Test
    void a_listener_on_the_process_or_on_an_arrow_is_refused() {
        String listener =
                "<bpmn:extensionElements><camunda:executionListener class='a.B' event='take'/></bpmn:extensionElements>";
        byte[] flow = process(
                listener,
                start(),
                "<bpmn:sequenceFlow id='a' sourceRef='start' targetRef='end'>" + listener + "</bpmn:sequenceFlow>",
                end());

        Problems.of(flow).refuse("listener", "p", "'Try'").refuse("listener", "a", "The sequence flow 'a'");
    }

    @Test
    void juel_in_a_condition_is_refused() {
        byte[] flow = process(
                start(),
                arrow("start", "g"),
                "<bpmn:exclusiveGateway id='g' default='g-end'/>",
                arrow("g", "t", "feel", "${vip}"),
                text("t"),
                arrow("t", "end"),
                arrow("g", "end"),
                end());

        Problems.of(flow).refuse("juel", "g-t", "has an expression in ${...} or #{...}. Write it in FEEL");
    }

    @Test
    void juel_in_a_timer_or_a_called_flow_is_refused() {
        byte[] timer = around(
                "<bpmn:intermediateCatchEvent id='x'>" + Bpmn.timer("#{x.y()}") + "</bpmn:intermediateCatchEvent>");
        byte[] call = around("<bpmn:callActivity id='x' calledElement='${bean.key}'/>");

        Problems.of(timer).refuse("juel", "x", "Write it in FEEL");
        Problems.of(call).refuse("juel", "x", "Write it in FEEL");
    }

    @Test
    void juel_in_a_history_time_is_refused() {
        byte[] flow = Bpmn.file("<bpmn:process id='p' isExecutable='true' camunda:historyTimeToLive='${x}'>" + start()
                + arrow("start", "end") + end() + "</bpmn:process>");

        Problems.of(flow).refuse("juel", "p", "The process 'p'");
    }

    @Test
    void a_dollar_and_brace_in_a_name_or_a_note_is_only_text() {
        byte[] flow = around("<bpmn:sendTask id='x' name='Pay ${5}' camunda:modelerTemplate='qliento.text'>"
                + "<bpmn:documentation>${y}</bpmn:documentation>" + Bpmn.settings("text", "Hi") + "</bpmn:sendTask>");

        Problems.of(flow).none();
    }

    @Test
    void a_dollar_and_brace_in_a_message_is_sent_as_it_stands_with_a_warning() {
        byte[] flow = around(block("sendTask", "x", "text", "text", "Hello ${name}"));

        Problems.of(flow).warn("juel-as-text", "x", "which is plain text here").notSay("juel");
    }

    @Test
    void what_camundas_modeler_writes_on_a_process_is_fine() {
        byte[] flow = Bpmn.file("<bpmn:process id='p' isExecutable='true' camunda:historyTimeToLive='180'>" + start()
                + arrow("start", "end") + end() + "</bpmn:process>");

        Problems.of(flow).none();
    }
}
