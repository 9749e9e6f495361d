package com.qliento.conversation;

import com.qliento.call.Call;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.offer.OnOffer;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.inbox.Lane;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its row says, locked.
 *
 * @param answers sealed one by one, by name
 * @param onOffer what is offered to tap; null when nothing is
 * @param moved whether the contact has had another number or user id: replies go to the one they have
 */
public record Conversation(
        UUID id,
        Lane lane,
        FlowPosition position,
        Map<String, SealedAnswer> answers,
        Instant windowUntil,
        @Nullable Instant fallbackUntil,
        @Nullable OnOffer onOffer,
        boolean moved) {

    /** Its flow, where it asks another system at this block and waits. */
    Call.Caller caller(String element) {
        return Call.Caller.flow(lane, id, element);
    }
}
