package com.qliento.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Full history for privacy processes, which have to be proved; none for chat flows, whose trace is the conversation's
 * own. A process tells which it is by its key.
 */
final class PrivacyOnlyHistory implements HistoryLevel {

    private static final String PRIVACY_KEY = "privacy-";

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return "privacy-only";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (entity == null) {
            // Asked before there is an instance, whether it may matter at all.
            return true;
        }
        if (entity instanceof ExecutionEntity execution) {
            var definition = execution.getProcessDefinition();
            return definition != null && definition.getKey().startsWith(PRIVACY_KEY);
        }
        return !isJobOrVariable(type);
    }

    private static boolean isJobOrVariable(HistoryEventType type) {
        return type.getEntityType().equals("job") || type.getEntityType().equals("variable");
    }
}
