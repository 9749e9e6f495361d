package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.block.CallSettings;
import com.qliento.database.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a flow asks another system while it waits.
 *
 * @param kind whose {@link Callee} makes the call
 * @param target whom it goes to as people name it, such as a host, without blanks; nothing personal, shown and recorded
 * @param request what the callee needs, without a secret
 * @param patience how long the flow waits, {@link #LONGEST} at most
 */
public record CallRequest(String kind, String target, JsonNode request, Repeat repeat, Duration patience) {

    /** A customer's messages are kept meanwhile. */
    public static final Duration LONGEST = CallSettings.LONGEST;

    /** Refuses a patience that is none, or is longer than {@link #LONGEST}, and a target with blanks. */
    public CallRequest {
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no time a flow may wait for a call: " + patience);
        }
        if (target.isEmpty() || target.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("no name of whom a call goes to: it has blanks, or is none");
        }
    }

    /** The call that asks this now. */
    public Call by(Call.Caller caller, Instant now) {
        return new Call(TimeOrderedId.at(now), caller, kind, target, request, repeat, now.plus(patience));
    }

    /** Nothing of the request. */
    @Override
    public String toString() {
        return "CallRequest[" + kind + "]";
    }
}
