package com.qliento.block;

import java.util.List;

/**
 * A setting of a block. It travels in BPMN as a {@code camunda:property} of this name: static data the engine never
 * evaluates.
 *
 * @param defaultValue what a missing or blank value means; empty when there is none
 * @param min least number or fewest characters; 0 for no limit
 * @param max greatest number or most characters of one text; 0 for no limit
 * @param choices the values of a {@link ParameterKind#CHOICE}, the kinds of file of a {@link ParameterKind#MEDIA}, the
 *     types of {@link ParameterKind#PICKS}, else empty
 * @param filled whether a text, where there is one, must not come to nothing when its values are put in: what is sent
 *     with it would not be taken
 * @param splits whether a text that is too long can go on in a second block of the same type
 * @param secrets whether a text may name secrets, {@code {{ secret.crm }}}: it goes to another system and to nobody else
 */
public record Parameter(
        String name,
        ParameterKind kind,
        boolean required,
        String defaultValue,
        int min,
        int max,
        List<String> choices,
        boolean filled,
        boolean splits,
        boolean secrets) {

    /** A parameter that may stay empty. */
    public static Parameter of(String name, ParameterKind kind) {
        return new Parameter(name, kind, false, "", 0, 0, List.of(), false, false, false);
    }

    /** One of these values. */
    public static Parameter choice(String name, String defaultValue, String... choices) {
        return new Parameter(
                name, ParameterKind.CHOICE, false, defaultValue, 0, 0, List.of(choices), false, false, false);
    }

    /** A whole number from {@code min} to {@code max}. */
    public static Parameter number(String name, int defaultValue, int min, int max) {
        return new Parameter(
                name,
                ParameterKind.NUMBER,
                false,
                Integer.toString(defaultValue),
                min,
                max,
                List.of(),
                false,
                false,
                false);
    }

    /** The number of a version; the newest when it is left open. */
    public static Parameter version(String name) {
        return new Parameter(name, ParameterKind.NUMBER, false, "", 1, 999_999, List.of(), false, false, false);
    }

    /** What is kept of an answer; its choices are the types of values. */
    public static Parameter picks(String name) {
        return new Parameter(name, ParameterKind.PICKS, false, "", 0, 0, AnswerPick.TYPES, false, false, false);
    }

    /** A file of this kind, such as {@code image}. */
    public static Parameter media(String name, String kindOfFile) {
        return new Parameter(name, ParameterKind.MEDIA, true, "", 0, 0, List.of(kindOfFile), false, false, false);
    }

    /** The same, that must have a value; a text then must not come to nothing either. */
    public Parameter needed() {
        return new Parameter(name, kind, true, defaultValue, min, max, choices, kind.template(), splits, secrets);
    }

    /** The same, with so many characters at most. */
    public Parameter upTo(int most) {
        return new Parameter(name, kind, required, defaultValue, min, most, choices, filled, splits, secrets);
    }

    /** The same, with this value where there is none. */
    public Parameter byDefault(String value) {
        return new Parameter(name, kind, required, value, min, max, choices, filled, splits, secrets);
    }

    /** The same, that must not come to nothing where it has a value. */
    public Parameter neverEmpty() {
        return new Parameter(name, kind, required, defaultValue, min, max, choices, true, splits, secrets);
    }

    /** The same, that can go on in a second block. */
    public Parameter splitting() {
        return new Parameter(name, kind, required, defaultValue, min, max, choices, filled, true, secrets);
    }

    /** The same, in whose text secrets may be named. */
    public Parameter namingSecrets() {
        return new Parameter(name, kind, required, defaultValue, min, max, choices, filled, splits, true);
    }
}
