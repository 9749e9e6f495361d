package com.qliento.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.chat.ChatSet;
import com.qliento.check.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class FlowCompilerTest {

    @ParameterizedTest
    @ValueSource(strings = {"questions", "branches", "calls"})
    void a_compiled_flow_is_valid_bpmn_that_reads_back_as_the_same_blocks(String name) throws IOException {
        FlowModel flow = ChatSet.read(resource(name));

        byte[] compiled = compile(flow);

        Bpmn.validateModel(model(compiled));
        assertThat(ChatSet.read(compiled).blocks()).isEqualTo(flow.blocks());
        assertThat(ChatSet.read(compiled).name()).isEqualTo(flow.name());
        assertThat(compile(ChatSet.read(compiled))).isEqualTo(compiled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions", "branches", "calls"})
    void the_flows_of_these_tests_have_no_problems(String name) throws IOException {
        Problems.of(resource(name)).none();
    }

    @Test
    void the_process_is_what_the_engine_needs() throws IOException {
        Process process = only(model(compile(ChatSet.read(resource("questions")))), Process.class);

        assertThat(process.getId()).isEqualTo("qliento-flow-questions");
        assertThat(process.isExecutable()).isTrue();
    }

    @Test
    void send_and_service_tasks_carry_only_the_marker() throws IOException {
        BpmnModelInstance model = model(compile(ChatSet.read(resource("branches"))));

        assertThat(model.getModelElementsByType(SendTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getCamundaClass()).isEqualTo(FlowCompiler.MARKER));
        assertThat(model.getModelElementsByType(ServiceTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getCamundaClass()).isEqualTo(FlowCompiler.MARKER));
        assertThat(model.getModelElementsByType(ConditionExpression.class))
                .isNotEmpty()
                .allSatisfy(condition -> assertThat(condition.getLanguage()).isEqualTo("feel"));
    }

    @Test
    void a_started_flow_is_called_by_its_process_key() throws IOException {
        CallActivity call = only(model(compile(ChatSet.read(resource("calls")))), CallActivity.class);

        assertThat(call.getCalledElement()).isEqualTo("qliento-flow-fine");
        assertThat(call.getCamundaCalledElementTenantId()).isNull();
    }

    @Test
    void weeks_become_days_because_the_engine_knows_no_weeks() throws IOException {
        BpmnModelInstance model = model(compile(ChatSet.read(resource("questions"))));

        assertThat(model.getModelElementsByType(TimeDuration.class))
                .extracting(TimeDuration::getTextContent)
                .contains("PT336H");
        assertThat(model.getModelElementsByType(BoundaryEvent.class)).hasSize(2);
    }

    @Test
    void nothing_but_the_vocabulary_gets_through_even_when_nobody_checked() {
        byte[] hostile = com.qliento.check.Bpmn.process(
                com.qliento.check.Bpmn.start(),
                com.qliento.check.Bpmn.arrow("start", "x"),
                "<bpmn:sendTask id='x' camunda:modelerTemplate='qliento.text' camunda:delegateExpression='${evil}' camunda:asyncBefore='true'>"
                        + "<bpmn:extensionElements><camunda:executionListener expression='${evil}' event='start'/>"
                        + "<camunda:inputOutput><camunda:inputParameter name='a'>${evil}</camunda:inputParameter></camunda:inputOutput>"
                        + "</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics camunda:collection='${evil}'/></bpmn:sendTask>",
                "<bpmn:scriptTask id='s' scriptFormat='groovy'><bpmn:script>evil()</bpmn:script></bpmn:scriptTask>",
                com.qliento.check.Bpmn.arrow("x", "s"),
                "<bpmn:intermediateCatchEvent id='w'><bpmn:timerEventDefinition><bpmn:timeDuration>${evil}"
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");

        String compiled = text(compile(ChatSet.read(hostile)));

        Bpmn.validateModel(model(compiled.getBytes(StandardCharsets.UTF_8)));
        assertThat(compiled)
                .doesNotContain(
                        "evil()", "executionListener", "inputOutput", "multiInstance", "scriptTask", "asyncBefore");
        assertThat(compiled.replace("value=\"${evil}\"", "")).doesNotContain("${");
    }

    @Test
    void the_drawing_of_what_runs_stays() throws IOException {
        String compiled = text(compile(ChatSet.read(resource("branches"))));

        assertThat(compiled)
                .contains("bpmnElement=\"greet\"", "<di:waypoint", "bpmnElement=\"qliento-flow-questions\"");
    }

    @Test
    void a_key_that_is_none_is_refused() throws IOException {
        FlowModel flow = ChatSet.read(resource("branches"));

        assertThatThrownBy(() -> FlowCompiler.compile(flow, "a b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] compile(FlowModel flow) {
        return FlowCompiler.compile(flow, "questions");
    }

    private static BpmnModelInstance model(byte[] bpmn) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
    }

    private static <T extends ModelElementInstance> T only(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).iterator().next();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static byte[] resource(String name) throws IOException {
        try (InputStream in = FlowCompilerTest.class.getResourceAsStream(name + ".bpmn")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
