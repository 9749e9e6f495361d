package com.qliento.connector.whatsapp;

/**
 * How a call ended that may be repeated without harm.
 *
 * @param <T> what a successful call brings
 */
public sealed interface GraphAnswer<T> {

    /** Calls the one method that fits. */
    <R> R accept(Cases<T, R> cases);

    /**
     * One method for each ending.
     *
     * @param <T> what a successful call brings
     * @param <R> what is computed from it
     */
    interface Cases<T, R> {
        R answered(Answered<T> answered);

        R refused(Refused<T> refused);

        R missing(Missing<T> missing);
    }

    /** The call succeeded. */
    record Answered<T>(T value) implements GraphAnswer<T> {
        @Override
        public <R> R accept(Cases<T, R> cases) {
            return cases.answered(this);
        }

        @Override
        public String toString() {
            return "Answered";
        }
    }

    /** The Graph API refused it. */
    record Refused<T>(GraphError error) implements GraphAnswer<T> {
        @Override
        public <R> R accept(Cases<T, R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * No usable answer came.
     *
     * @param httpStatus 0 if none came
     * @param detail the technical reason, without personal data
     */
    record Missing<T>(CallTrouble trouble, int httpStatus, String detail) implements GraphAnswer<T> {
        @Override
        public <R> R accept(Cases<T, R> cases) {
            return cases.missing(this);
        }
    }
}
