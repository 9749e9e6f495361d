package com.qliento.call;

import com.qliento.inbox.Lane;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that this node alone may make now.
 *
 * @param request sealed
 * @param attempt counted from 1
 * @param unsure whether it must not be made: it was under way when its node died
 */
record Marked(
        Ticket ticket,
        @Nullable Lane lane,
        @Nullable UUID conversation,
        byte[] request,
        int attempt,
        boolean unsure,
        Instant at) {

    @Override
    public String toString() {
        return "Marked[" + ticket.id() + "]";
    }
}
