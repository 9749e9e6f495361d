package com.qliento.connector.whatsapp.webhook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours got. Meta sends these in any order and more than once, and may skip {@link #DELIVERED} when the message is
 * read at once: keep the state of the highest {@link #rank()}, not the last one.
 */
public enum DeliveryState {
    /** A remark about a message (for example a catalog item that is gone). It says nothing about delivery. */
    WARNING(0),
    /** WhatsApp has it. */
    SENT(10),
    /** Not delivered, says Meta. It undoes {@link #SENT} but not the states above: with several devices one may fail while another has it, so delivered may follow failed. */
    FAILED(20),
    /** It is on a device of the customer. */
    DELIVERED(30),
    /** The customer has seen it. */
    READ(40),
    /** The customer has listened to the voice message. */
    PLAYED(50),
    /** The message was deleted. Nothing can follow. */
    DELETED(60);

    private final int rank;

    DeliveryState(int rank) {
        this.rank = rank;
    }

    /** Higher means further on. A state never goes back to a lower rank. */
    public int rank() {
        return rank;
    }

    /** Whether a message in the given state moves on to this one. False for the same state, so a repeated status changes nothing. */
    public boolean supersedes(DeliveryState current) {
        return rank > current.rank;
    }

    static @Nullable DeliveryState named(@Nullable String name) {
        for (DeliveryState state : values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        return null;
    }
}
