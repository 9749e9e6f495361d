package com.qliento.call;

import java.util.Locale;

/** What may be done with a call of which nobody knows whether it was made: its node died while it was under way. */
public enum Repeat {
    /** Made again: a second one does no harm. */
    AGAIN,
    /** Made again with the same key, by which the other side takes both for one. */
    KEY,
    /** Never made again: it fails as unsure. */
    NEVER;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Repeat of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
