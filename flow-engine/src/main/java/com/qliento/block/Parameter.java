package com.qliento.block;

import java.util.List;

/**
 * A setting of a block. It travels in BPMN as a {@code camunda:property} of this name: static data the engine never
 * evaluates.
 *
 * @param defaultValue what a missing or blank value means; empty when there is none
 * @param min least number or fewest characters; 0 for no limit
 * @param max greatest number or most characters of one text; 0 for no limit
 * @param choices the values of a {@link ParameterKind#CHOICE}, else empty
 */
public record Parameter(
        String name,
        ParameterKind kind,
        boolean required,
        String defaultValue,
        int min,
        int max,
        List<String> choices) {

    static Parameter of(String name, ParameterKind kind) {
        return new Parameter(name, kind, false, "", 0, 0, List.of());
    }

    static Parameter choice(String name, String defaultValue, String... choices) {
        return new Parameter(name, ParameterKind.CHOICE, false, defaultValue, 0, 0, List.of(choices));
    }

    static Parameter number(String name, int defaultValue, int min, int max) {
        return new Parameter(name, ParameterKind.NUMBER, false, Integer.toString(defaultValue), min, max, List.of());
    }

    /** The number of a version; the newest when it is left open. */
    static Parameter version(String name) {
        return new Parameter(name, ParameterKind.NUMBER, false, "", 1, 999_999, List.of());
    }

    Parameter needed() {
        return new Parameter(name, kind, true, defaultValue, min, max, choices);
    }

    Parameter upTo(int most) {
        return new Parameter(name, kind, required, defaultValue, min, most, choices);
    }

    Parameter byDefault(String value) {
        return new Parameter(name, kind, required, value, min, max, choices);
    }
}
