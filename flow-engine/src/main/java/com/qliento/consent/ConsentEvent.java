package com.qliento.consent;

import java.util.Locale;

/** What can happen with a consent. */
public enum ConsentEvent {
    /** They were asked. */
    REQUESTED,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    /** Its time is over. */
    EXPIRED;

    /** As it stands in the ledger. */
    public String code() {
        return Purpose.word(this);
    }

    /** The event of this code, which the ledger has. */
    static ConsentEvent of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
