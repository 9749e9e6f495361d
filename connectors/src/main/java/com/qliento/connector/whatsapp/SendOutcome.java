package com.qliento.connector.whatsapp;

import org.jspecify.annotations.Nullable;

/** How one attempt to send a message ended. */
public sealed interface SendOutcome {

    /** Calls the one method that fits. */
    <R> R accept(Cases<R> cases);

    /**
     * One method for each outcome.
     *
     * @param <R> what is computed from it
     */
    interface Cases<R> {
        R accepted(Accepted accepted);

        R refused(Refused refused);

        R unknown(Unknown unknown);

        R unreachable(Unreachable unreachable);
    }

    /**
     * WhatsApp took the message. Whether it arrives is told by status webhooks.
     *
     * @param messageId the wamid; embeds the person's number, so it is personal data
     * @param waId the person's WhatsApp id, which may differ from the number written to
     * @param status {@code message_status} if the answer has it, such as {@code held_for_quality_assessment}
     */
    record Accepted(
            String messageId,
            @Nullable String waId,
            @Nullable String status) implements SendOutcome {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.accepted(this);
        }

        @Override
        public String toString() {
            return "Accepted";
        }
    }

    /** WhatsApp did not take the message and said why; it was not sent. */
    record Refused(GraphError error) implements SendOutcome {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * The message may have been sent: the request left, and no usable answer came. Sending again may double it; a status
     * webhook with its callback data settles the matter.
     *
     * @param httpStatus 0 if none came
     * @param detail the technical reason, without personal data
     */
    record Unknown(CallTrouble trouble, int httpStatus, String detail) implements SendOutcome {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unknown(this);
        }
    }

    /**
     * The message was surely not sent: no connection ever took its body over.
     *
     * @param detail the technical reason, without personal data
     */
    record Unreachable(String detail) implements SendOutcome {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unreachable(this);
        }
    }
}
