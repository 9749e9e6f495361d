package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.chat.ChatSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A reference names what its namespace says, whatever its prefix is. */
class ReferencesTest {

    private static final String FLOW = """
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:mine="http://example.org/flow" xmlns:other="http://example.org/other" targetNamespace="http://example.org/flow">
              <b:error id="gone" errorCode="qliento.no-answer"/>
              <b:process id="p" isExecutable="true">
                <b:startEvent id="start" camunda:modelerTemplate="qliento.start"/>
                <b:receiveTask id="ask" camunda:modelerTemplate="qliento.ask-text">
                  <b:extensionElements><camunda:properties>
                    <camunda:property name="question" value="Your name?"/><camunda:property name="name" value="name"/>
                  </camunda:properties></b:extensionElements>
                </b:receiveTask>
                <b:boundaryEvent id="none" attachedToRef="%1$s:ask"><b:errorEventDefinition errorRef="%1$s:gone"/></b:boundaryEvent>
                <b:endEvent id="end"/><b:endEvent id="end2"/>
                <b:sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <b:sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
                <b:sequenceFlow id="f3" sourceRef="none" targetRef="end2"/>
              </b:process>
              <d:BPMNDiagram><d:BPMNPlane bpmnElement="%1$s:p">
                <d:BPMNShape bpmnElement="%1$s:ask"><c:Bounds x="1" y="2" width="100" height="80"/></d:BPMNShape>
              </d:BPMNPlane></d:BPMNDiagram>
            </b:definitions>
            """;

    @Test
    void a_reference_whose_prefix_stands_for_the_files_own_namespace_names_the_element() {
        var flow = file("mine");

        Problems.of(flow).notSay("boundary-host").notSay("event-kind");
        assertThat(compiled(flow))
                .contains("attachedToRef=\"ask\"", "errorEventDefinition")
                .contains("bpmnElement=\"ask\"");
    }

    @Test
    void a_reference_to_another_namespace_names_nothing_here_though_the_id_is_the_same() {
        for (var prefix : new String[] {"other", "nowhere"}) {
            var flow = file(prefix);

            Problems.of(flow).refuse("boundary-host", "none", "").refuse("event-kind", "none", "");
            assertThat(compiled(flow)).as(prefix).doesNotContain("BPMNShape");
        }
    }

    private static byte[] file(String prefix) {
        return FLOW.formatted(prefix).getBytes(StandardCharsets.UTF_8);
    }

    private static String compiled(byte[] flow) {
        return new String(FlowCompiler.compile(ChatSet.read(flow), "p"), StandardCharsets.UTF_8);
    }
}
