package com.qliento.rules.feel;

/**
 * A part of an expression that can't be true, whatever the values are.
 *
 * @param part as it is written
 * @param name the name that holds text and is compared with something else; empty when the reason is another
 * @param numeral whether {@code number(name)} in the name's place makes sense of the whole expression
 */
public record NeverTrue(Reason reason, String part, String name, boolean numeral) {

    /** Why it can't be true. */
    public enum Reason {
        /** A text is compared with a number. */
        TEXT_WITH_NUMBER,
        /** Two other kinds are compared. */
        OTHER_KINDS,
        /** No number is in both ranges. */
        EMPTY_RANGE
    }
}
