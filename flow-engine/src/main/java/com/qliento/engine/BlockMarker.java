package com.qliento.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Stands in a published model where Camunda insists on an implementation. Whoever runs blocks puts them in its place when
 * the model is read, so it never runs and the name that a model has for it, this one or an older one, is never looked up.
 */
public final class BlockMarker implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        throw new IllegalStateException(
                "element " + execution.getCurrentActivityId() + " names no block and can't be run");
    }
}
