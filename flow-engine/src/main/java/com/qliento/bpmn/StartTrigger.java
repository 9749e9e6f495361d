package com.qliento.bpmn;

import com.qliento.block.StartSettings;
import java.util.Set;

/**
 * What starts a flow.
 *
 * @param elementId of the start event
 * @param by one of the choices of {@link StartSettings#TRIGGER}
 * @param keywords normalised ({@link com.qliento.block.Keywords#normalise}); empty unless it starts by them
 * @param mergeSeconds 0 to 8: how long a message waits for more of the same customer, to be handled as one
 * @param interruptible whether the keyword of another flow ends this one while it runs
 */
public record StartTrigger(String elementId, String by, Set<String> keywords, int mergeSeconds, boolean interruptible) {

    /** Whether every message does that starts no other flow. */
    public boolean any() {
        return by.equals(StartSettings.ANY);
    }

    /** Whether no message starts it, but another system, a schedule or another flow. */
    public boolean called() {
        return by.equals(StartSettings.CALLED) || aboutNobody();
    }

    /** Whether it is about nobody: there is no customer whom it could write to or ask. */
    public boolean aboutNobody() {
        return by.equals(StartSettings.RUN);
    }
}
