package com.qliento.inbox;

import java.util.Locale;

/** Where what waits in a lane came from. All but a customer's messages are results: they go before those and are not held. */
public enum Source {
    /** The customer wrote. */
    MESSAGE,
    /** A call that a flow made was answered. */
    ANSWER,
    /** Something happened that a flow waits for. */
    EVENT,
    /** Another system wants a flow to begin. */
    TRIGGER;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
