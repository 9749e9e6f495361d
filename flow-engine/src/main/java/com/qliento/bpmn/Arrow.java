package com.qliento.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * A sequence flow.
 *
 * @param condition its FEEL, null when it has none
 */
public record Arrow(
        String id,
        String name,
        String source,
        String target,
        @Nullable String condition) {}
