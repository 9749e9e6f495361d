package com.qliento.conversation;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What a conversation waits at, asked only where that decides who gets a message. */
@Component
class Questions {

    private final ProcessEngineConfigurationImpl engine;

    Questions(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Whether the question that the step's conversation waits at offers this as a choice; no when it waits at none. */
    boolean offer(Step step, Incoming message) {
        var waiting = step.position().executionId();
        return waiting != null
                && action(waiting)
                        .filter(action -> action.offers(step, message))
                        .isPresent();
    }

    private Optional<BlockAction> action(String executionId) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var execution = context.getExecutionManager().findExecutionById(executionId);
            var activity = execution == null ? null : execution.getActivity();
            return activity != null && activity.getActivityBehavior() instanceof BlockBehavior block
                    ? Optional.of(block.action())
                    : Optional.empty();
        });
    }
}
