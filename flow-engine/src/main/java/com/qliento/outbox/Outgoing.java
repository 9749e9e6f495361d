package com.qliento.outbox;

import com.qliento.consent.Purpose;
import com.qliento.inbox.Lane;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to send, complete as the Cloud API wants it.
 *
 * @param id time-ordered, made for {@code at}; travels as {@code biz_opaque_callback_data}
 * @param element the block that says it; null for what no block says
 * @param json the body of the call
 * @param freeUntil end of the 24-hour window: free text is not sent after it
 * @param reply whether it answers what the customer just wrote; it goes before what is said to others of itself
 * @param purpose for what it uses its receiver's data, asked once more as it is sent; null when it serves them, which is asked
 *     too unless it is a reply
 * @param empty whether there is nothing in it that WhatsApp would take: it is listed as unsent, and not sent
 */
public record Outgoing(
        UUID id,
        Lane lane,
        @Nullable String element,
        byte[] json,
        Instant freeUntil,
        Instant at,
        boolean reply,
        @Nullable Purpose purpose,
        boolean empty) {

    @Nullable
    String purposeCode() {
        return purpose == null ? null : purpose.code();
    }

    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
