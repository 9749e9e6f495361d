package com.qliento.trigger;

/**
 * What somebody sends by hand, to see what a trigger makes of it.
 *
 * @param body JSON, or a form's fields
 * @param form which of the two
 * @param query what stands behind the question mark of the address; empty for nothing
 */
public record HookSample(String body, boolean form, String query) {

    /** Nothing of it. */
    @Override
    public String toString() {
        return "HookSample";
    }
}
