package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that is to be made.
 *
 * @param id of the time it is asked for; the key by which the other side knows it when it is made twice
 * @param caller who asks for it
 * @param kind whose {@link Callee} makes it
 * @param target whom it goes to as people name it, such as a host; nothing personal, shown and recorded
 * @param request what the callee needs, without a secret: those are named, and read when the call is made. Kept sealed
 * @param deadline when nobody waits for it any more; it counts from the answer's arrival, not from the start of the call
 */
public record Call(
        UUID id, Caller caller, String kind, String target, JsonNode request, Repeat repeat, Instant deadline) {

    /**
     * Who asks.
     *
     * @param lane of whom it is about; null when it is about nobody
     * @param conversation whose flow waits for the outcome; null when none does
     * @param element the block that asks, or the feature
     * @param flow the key of the flow whose block it is; null when it is a feature, or stands in a flow inside that flow
     */
    public record Caller(
            OrganisationId organisation,
            @Nullable Lane lane,
            @Nullable UUID conversation,
            String element,
            @Nullable String flow) {

        /** A flow that waits at this block. */
        public static Caller flow(Lane lane, UUID conversation, String element) {
            return new Caller(lane.organisation(), lane, conversation, element, null);
        }

        /** The same, at a block of this flow. */
        public Caller of(@Nullable String flowKey) {
            return new Caller(organisation, lane, conversation, element, flowKey);
        }

        /** A feature of the platform, which does not wait. */
        public static Caller feature(OrganisationId organisation, String name) {
            return new Caller(organisation, null, null, name, null);
        }
    }

    /** Nothing of the request. */
    @Override
    public String toString() {
        return "Call[" + id + " " + kind + "]";
    }
}
