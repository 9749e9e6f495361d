package com.qliento.outbox;

import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lanes and messages without an application around them. */
final class Lanes {

    private Lanes() {}

    static Lane lane() {
        return new Lane(OrganisationId.of(UUID.randomUUID().toString()), UUID.randomUUID(), UUID.randomUUID());
    }

    static SendLane of(NumberGate gate) {
        return new SendLane(lane(), gate, true);
    }

    /** One that has such a message to send. */
    static SendLane of(NumberGate gate, boolean reply) {
        var lane = of(gate);
        lane.add(message(lane, reply, null));
        return lane;
    }

    static Ready message(SendLane lane) {
        return message(lane, null);
    }

    static Ready message(SendLane lane, @Nullable Instant notBefore) {
        return message(lane, true, notBefore);
    }

    static Ready message(SendLane lane, boolean reply, @Nullable Instant notBefore) {
        var none = new byte[0];
        return new Ready(UUID.randomUUID(), lane.lane, none, Instant.MAX, reply, 0, notBefore != null, notBefore, null);
    }
}
