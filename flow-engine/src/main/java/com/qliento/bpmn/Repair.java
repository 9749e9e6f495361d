package com.qliento.bpmn;

import java.util.Map;

/**
 * A change that mends a problem and can do no harm, told as data: whoever draws the flow does it, as one step that can be
 * undone. The kinds and their arguments:
 *
 * <ul>
 *   <li>{@code remove}: the step or arrow goes away
 *   <li>{@code connect}: an arrow to the step {@code to}
 *   <li>{@code add-end}: an end after the step
 *   <li>{@code add-exit}: the way by the exit {@code code}, and a text that says what happened
 *   <li>{@code add-start}: a start, with an arrow to the step {@code to} when there is one
 *   <li>{@code add-way}: an arrow to an end for when {@code field} is {@code value}; {@code loose} when a customer may type it
 *   <li>{@code set-default}: the arrow {@code arrow} becomes the default way
 *   <li>{@code remove-condition}: the arrow has no condition any more
 *   <li>{@code set}: the setting {@code name} becomes {@code value}; empty removes it
 *   <li>{@code to-list}: buttons become the rows of a list
 *   <li>{@code split-text}: the text that is too long goes on in a second block of the same type
 *   <li>{@code rename}: {@code from} becomes {@code to} wherever the element's expressions use it
 *   <li>{@code new-id}: the element gets an id of its own
 *   <li>{@code executable}: the diagram is meant to run
 *   <li>{@code allow-host}: requests to {@code host} are allowed, or an owner is asked to; the drawing stays as it is
 *   <li>{@code clear}: BPMN's own {@code property} gets back its default
 * </ul>
 *
 * @param kind one of those above; more may come
 * @param target the element's id
 * @param arguments by name, as the kind says
 */
public record Repair(String kind, String target, Map<String, String> arguments) {

    public static Repair of(String kind, Xml target) {
        return new Repair(kind, target.id(), Map.of());
    }

    public static Repair of(String kind, Xml target, String name, String value) {
        return new Repair(kind, target.id(), Map.of(name, value));
    }

    /** The setting gets this value. */
    public static Repair set(String target, String name, String value) {
        return new Repair("set", target, Map.of("name", name, "value", value));
    }
}
