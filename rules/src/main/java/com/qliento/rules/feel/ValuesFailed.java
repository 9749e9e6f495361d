package com.qliento.rules.feel;

/**
 * Carries the exception of a caller's values (a failed query, say) past FEEL, which would take it for a missing value and
 * let a flow go the wrong way.
 */
final class ValuesFailed extends Error {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    ValuesFailed(RuntimeException failure) {
        super(null, failure, false, false);
        this.failure = failure;
    }

    RuntimeException failure() {
        return failure;
    }
}
