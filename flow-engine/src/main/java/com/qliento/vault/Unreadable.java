package com.qliento.vault;

import org.jspecify.annotations.Nullable;

/**
 * A value that can't be read, now and at any later time. One such value is no reason to withhold the others beside it: show
 * it as unreadable, with its reason, and go on.
 */
public abstract class Unreadable extends RuntimeException {

    /** Why it can't be read. */
    public enum Reason {
        /** Its subject was erased. */
        ERASED("erased"),
        /** It came longer ago than it is kept. */
        EXPIRED("expired"),
        /** Its key is in no key database that is there. */
        KEY_LOST("key lost"),
        /** It is not what was sealed at this place. */
        CHANGED("changed");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The reason as the REST interface says it. */
        public String word() {
            return word;
        }
    }

    private final Reason reason;

    Unreadable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it can't be read. */
    public Reason reason() {
        return reason;
    }
}
