package com.qliento.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The values that an expression of a running process may use. */
public interface ExpressionValues {

    /** Values by name for this execution; read as they are asked for, never stored in the engine. */
    Map<String, Object> of(DelegateExecution execution);
}
