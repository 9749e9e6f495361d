package com.qliento.conversation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Stands in a published model where Camunda insists on an implementation. {@link BlockParseListener} puts the block in
 * its place, so it never runs.
 */
public final class BlockMarker implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        throw new IllegalStateException(
                "element " + execution.getCurrentActivityId() + " names no block and can't be run");
    }
}
