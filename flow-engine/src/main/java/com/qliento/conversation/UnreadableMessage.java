package com.qliento.conversation;

import com.qliento.vault.Unreadable;
import java.util.UUID;

/** A message that waits can't be read though nobody erased it. Trying again won't help, and those behind it can be. */
public final class UnreadableMessage extends RuntimeException {

    /** How it is told that a message can't be read; the reason stands behind it. */
    public static final String BEGINS = "unreadable: ";

    private static final long serialVersionUID = 1L;

    private final UUID message;

    UnreadableMessage(UUID message, Unreadable cause) {
        super(BEGINS + cause.reason().word());
        this.message = message;
    }

    UUID message() {
        return message;
    }
}
