package com.qliento.vault.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is to be kept instead of what is. In memory only, for as long as it takes; its text shows nothing.
 *
 * @param before what was kept when the correction was asked for; null for nothing
 */
public record PersonalCorrection(
        PersonalField field, @Nullable String before, String after) {

    /** What came of it. */
    public enum Outcome {
        /** This feature keeps no such thing of them. */
        NOT_KEPT,
        /** It is kept as it should be. */
        DONE,
        /** What is kept is not what it was when the correction was asked for. */
        CHANGED,
        /** It is by this that somebody else is known, or was. */
        ANOTHERS
    }

    @Override
    public String toString() {
        return "PersonalCorrection";
    }
}
