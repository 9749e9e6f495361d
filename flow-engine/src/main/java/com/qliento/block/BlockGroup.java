package com.qliento.block;

import java.util.Locale;

/** The groups of the palette, in the order they are shown. */
public enum BlockGroup {
    START,
    SAY,
    ASK,
    DECIDE,
    DO,
    PEOPLE,
    TIME,
    END;

    /** Stable in kebab case, for templates and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name a user sees. */
    public String label(Locale locale) {
        return Block.SHARED.text("group." + key(), locale);
    }
}
