package com.qliento.conversation.customer;

import com.qliento.connector.whatsapp.Address;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** WhatsApp takes no message for this person: there is no number and no user id of a shape it knows. Trying again won't help. */
public final class NoUsableAddress extends RuntimeException {

    /** How it is told. */
    public static final String REASON = "no_usable_address";

    private static final long serialVersionUID = 1L;

    private final @Nullable UUID message;

    /**
     * For one message.
     *
     * @param message whose sender it is; null when no message asked for the answer
     */
    public NoUsableAddress(@Nullable UUID message) {
        super(REASON);
        this.message = message;
    }

    /** Null when no message asked for the answer. */
    @Nullable
    public UUID message() {
        return message;
    }

    /** The address of this value; nothing of the value is in what is thrown. */
    public static Address require(Address.Kind kind, @Nullable String value, @Nullable UUID message) {
        if (value == null) {
            throw new NoUsableAddress(message);
        }
        try {
            return new Address(kind, value);
        } catch (IllegalArgumentException shapeless) {
            throw new NoUsableAddress(message);
        }
    }
}
