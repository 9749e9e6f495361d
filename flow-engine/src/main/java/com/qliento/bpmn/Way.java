package com.qliento.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * An arrow that leaves a decision.
 *
 * @param name as drawn; empty when it has none
 * @param target the id of the element it leads to
 * @param condition its FEEL, null when it has none
 * @param byDefault whether it is taken when no other's condition holds
 */
public record Way(
        String id, String name, String target, @Nullable String condition, boolean byDefault) {}
