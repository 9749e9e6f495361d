package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryByKindTest {

    private final Map<String, ProcessDefinition> definitions = Map.of(
            "chat", definition("qliento-flow-a"),
            "tried", definition("qliento-try-a"),
            "privacy", definition("privacy-a"));

    private final HistoryByKind history = new HistoryByKind(definitions::get);

    private static Stream<Arguments> events() {
        return Stream.of(
                of(HistoryEventTypes.PROCESS_INSTANCE_START, HistoryByKindTest::execution),
                of(HistoryEventTypes.ACTIVITY_INSTANCE_END, HistoryByKindTest::execution),
                of(HistoryEventTypes.TASK_INSTANCE_CREATE, HistoryByKindTest::task),
                of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE, HistoryByKindTest::variable),
                of(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryByKindTest::variable),
                of(HistoryEventTypes.INCIDENT_CREATE, HistoryByKindTest::incident),
                of(HistoryEventTypes.JOB_FAIL, HistoryByKindTest::job),
                of(HistoryEventTypes.EXTERNAL_TASK_FAIL, HistoryByKindTest::externalTask),
                of(HistoryEventTypes.IDENTITY_LINK_ADD, HistoryByKindTest::link),
                of(HistoryEventTypes.IDENTITY_LINK_ADD, HistoryByKindTest::starter));
    }

    private static Arguments of(HistoryEventType type, Belonging entity) {
        return Arguments.of(type, entity);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatever_belongs_to_a_process_is_kept_of_cases_and_of_no_chat(HistoryEventType type, Belonging entity) {
        assertThat(history.isHistoryEventProduced(type, entity.to("privacy"))).isTrue();
        assertThat(history.isHistoryEventProduced(type, entity.to("chat"))).isFalse();
        assertThat(history.isHistoryEventProduced(type, entity.to("tried"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_belongs_to_a_process_that_is_gone_leaves_nothing(HistoryEventType type, Belonging entity) {
        assertThat(history.isHistoryEventProduced(type, entity.to("gone"))).isFalse();
    }

    @Test
    void what_the_engine_does_for_itself_leaves_nothing() {
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.JOB_CREATE, new TimerEntity()))
                .isFalse();
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.BATCH_START, new Object()))
                .isFalse();
    }

    @Test
    void before_there_is_an_instance_it_may_matter() {
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.ACTIVITY_INSTANCE_START, null))
                .isTrue();
    }

    /** Makes something that belongs to the definition with this id. */
    @FunctionalInterface
    interface Belonging {

        Object to(String definitionId);
    }

    private static ProcessDefinition definition(String key) {
        var definition = new ProcessDefinitionEntity();
        definition.setKey(key);
        return definition;
    }

    private static ExecutionEntity execution(String definition) {
        var execution = new ExecutionEntity();
        execution.setProcessDefinitionId(definition);
        return execution;
    }

    private static TaskEntity task(String definition) {
        var task = new TaskEntity("task");
        task.setProcessDefinitionId(definition);
        return task;
    }

    private static VariableInstanceEntity variable(String definition) {
        var variable = new VariableInstanceEntity();
        variable.setProcessDefinitionId(definition);
        return variable;
    }

    private static IncidentEntity incident(String definition) {
        var incident = new IncidentEntity();
        incident.setProcessDefinitionId(definition);
        return incident;
    }

    private static TimerEntity job(String definition) {
        var job = new TimerEntity();
        job.setProcessDefinitionId(definition);
        return job;
    }

    private static ExternalTaskEntity externalTask(String definition) {
        var task = new ExternalTaskEntity();
        task.setProcessDefinitionId(definition);
        return task;
    }

    private static IdentityLinkEntity link(String definition) {
        var link = new IdentityLinkEntity();
        link.setTask(task(definition));
        return link;
    }

    private static IdentityLinkEntity starter(String definition) {
        var link = new IdentityLinkEntity();
        link.setProcessDefId(definition);
        return link;
    }
}
