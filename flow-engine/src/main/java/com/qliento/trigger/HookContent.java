package com.qliento.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came to a trigger once, opened.
 *
 * @param tree {@code {"body": ..., "query": ...}}; null when it can't be opened any more
 */
public record HookContent(HookDelivery delivery, @Nullable JsonNode tree) {

    /** Nothing of it. */
    @Override
    public String toString() {
        return "HookContent[" + delivery.id() + "]";
    }
}
