package com.qliento.conversation;

import com.qliento.engine.ExpressionValues;
import com.qliento.engine.ProcessKind;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives the engine's conditions the values of the conversation's step. */
@Component
class StepExpressionValues implements ExpressionValues {

    private final Steps steps;

    StepExpressionValues(Steps steps) {
        this.steps = steps;
    }

    @Override
    public ProcessKind kind() {
        return ProcessKind.CHAT;
    }

    @Override
    public Map<String, Object> of(DelegateExecution execution) {
        return steps.of(execution).values();
    }
}
