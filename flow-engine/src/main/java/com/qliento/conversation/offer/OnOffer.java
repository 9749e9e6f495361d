package com.qliento.conversation.offer;

import com.qliento.block.TapId;
import com.qliento.database.TimeOrderedId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation offers to tap: all choices that were shown since the customer's last answer.
 *
 * @param looks of the message shown last that only shows choices; empty when there is none
 * @param taken whether the customer has answered since
 */
public record OnOffer(UUID id, String looks, boolean taken) {

    private static final String BETWEEN = " ";

    /** What is offered next, after this or nothing: the same until it is taken. */
    public static OnOffer next(@Nullable OnOffer before, Instant now) {
        return before == null || before.taken ? new OnOffer(TimeOrderedId.at(now), "", false) : before;
    }

    /** The same, of which the message shown last looks so. */
    public OnOffer showing(String shown) {
        return new OnOffer(id, shown, taken);
    }

    /** The same once the customer has answered. */
    public OnOffer asTaken() {
        return new OnOffer(id, looks, true);
    }

    /**
     * Whether a tap on this answers what is asked now. A question is answered once; what only shows choices, such as a
     * menu, may be tapped as long as nothing else is offered, and each copy that looks the same is as good.
     */
    public boolean takes(TapId tap) {
        return tap.question()
                ? !taken && tap.offer().equals(id)
                : tap.offer().equals(id) || (!looks.isEmpty() && tap.looks().equals(looks));
    }

    /** For the conversation's row; nothing personal is in it. */
    public String column() {
        return id + BETWEEN + (taken ? "taken" : "open") + BETWEEN + looks;
    }

    /** From the conversation's row; null when nothing is offered. */
    public static @Nullable OnOffer read(@Nullable String column) {
        if (column == null) {
            return null;
        }
        var parts = column.split(BETWEEN, -1);
        return new OnOffer(UUID.fromString(parts[0]), parts[2], parts[1].equals("taken"));
    }
}
