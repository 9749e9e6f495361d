package com.qliento.conversation;

import com.qliento.vault.Unreadable;
import java.util.UUID;

/** A message that waits can't be read though nobody erased it. Trying again won't help, and those behind it can be. */
final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID message;

    UnreadableMessage(UUID message, Unreadable cause) {
        super(MessageReader.UNREADABLE + cause.reason().word());
        this.message = message;
    }

    UUID message() {
        return message;
    }
}
