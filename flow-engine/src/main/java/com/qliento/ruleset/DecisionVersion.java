package com.qliento.ruleset;

import java.time.Instant;

/**
 * A version of a decision model that was published; never changes.
 *
 * @param publishedBy the name of the actor
 * @param note what its author says is new; empty when they said nothing
 */
public record DecisionVersion(
        String key, int version, byte[] dmn, Instant publishedAt, String publishedBy, String note) {

    @Override
    public String toString() {
        return "DecisionVersion[" + key + " " + version + "]";
    }
}
