package com.qliento.bpmn;

import java.util.Set;

/**
 * What starts a flow.
 *
 * @param elementId of the start event
 * @param any whether every message does that starts no other flow
 * @param keywords normalised ({@link com.qliento.block.Keywords#normalise}); empty when {@code any}
 * @param mergeSeconds 0 to 8: how long a message waits for more of the same customer, to be handled as one
 * @param interruptible whether the keyword of another flow ends this one while it runs
 */
public record StartTrigger(
        String elementId, boolean any, Set<String> keywords, int mergeSeconds, boolean interruptible) {}
