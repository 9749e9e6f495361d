package com.qliento.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The values that an expression of a running process may use; one for each kind of process. */
public interface ExpressionValues {

    /** Of which processes these are. */
    ProcessKind kind();

    /** Values by name for this execution; read as they are asked for, never stored in the engine. */
    Map<String, Object> of(DelegateExecution execution);
}
