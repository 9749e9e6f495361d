package com.qliento.engine;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Full history for privacy processes, which have to be proved; none for chat flows, whose trace is the conversation's
 * own. Whatever the engine asks about belongs to a definition, and that has a kind; what belongs to none leaves
 * nothing.
 */
final class HistoryByKind implements HistoryLevel {

    private final Function<String, @Nullable ProcessDefinition> definitions;

    HistoryByKind() {
        this(HistoryByKind::known);
    }

    /** @param definitions finds a definition by its id; null when there is none */
    HistoryByKind(Function<String, @Nullable ProcessDefinition> definitions) {
        this.definitions = definitions;
    }

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return "by-kind";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        // Without one it is asked before there is an instance, whether it may matter at all.
        return entity == null
                || Optional.ofNullable(definitionId(entity))
                        .map(definitions)
                        .flatMap(ProcessKind::of)
                        .filter(kind -> kind.historyDays() > 0)
                        .isPresent();
    }

    private static @Nullable String definitionId(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return execution.getProcessDefinitionId();
        }
        if (entity instanceof Task task) {
            return task.getProcessDefinitionId();
        }
        if (entity instanceof VariableInstance variable) {
            return variable.getProcessDefinitionId();
        }
        if (entity instanceof Incident incident) {
            return incident.getProcessDefinitionId();
        }
        if (entity instanceof Job job) {
            return job.getProcessDefinitionId();
        }
        if (entity instanceof ExternalTask task) {
            return task.getProcessDefinitionId();
        }
        return entity instanceof IdentityLinkEntity link ? definitionId(link) : null;
    }

    private static @Nullable String definitionId(IdentityLinkEntity link) {
        return link.getProcessDefId() != null || link.getTask() == null
                ? link.getProcessDefId()
                : link.getTask().getProcessDefinitionId();
    }

    private static @Nullable ProcessDefinition known(String id) {
        var inMemory =
                Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
        return inMemory != null
                ? inMemory
                : Context.getCommandContext().getProcessDefinitionManager().findLatestProcessDefinitionById(id);
    }
}
