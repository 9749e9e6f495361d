package com.qliento.transcript;

import com.qliento.conversation.UnreadableMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as people read it.
 *
 * @param type WhatsApp's word, such as text, interactive or image
 * @param text null when it has none or is erased
 * @param offers the buttons or rows it shows
 * @param header the line above the text, and so the footer below it; null when there is none
 * @param menu the list it offers; null when it offers none
 * @param erased whether nobody can read it any more
 * @param state as {@code InboxEntry} and {@code OutboxEntry} say
 * @param reason why it waits, did not arrive or was not handled
 * @param rule id of the rule that held it, as {@code PolicyRule} has it; null when none did
 * @param at when the customer wrote it, or we said it
 * @param receivedAt when a message of the customer came here; null for ours
 */
public record ConversationMessage(
        UUID id,
        boolean inbound,
        String type,
        @Nullable String text,
        List<String> offers,
        @Nullable String header,
        @Nullable String footer,
        @Nullable MessageMenu menu,
        boolean erased,
        String state,
        @Nullable NotedReason reason,
        @Nullable String rule,
        Instant at,
        @Nullable Instant receivedAt) {

    private static final Duration LATE = Duration.ofMinutes(1);

    /** Whether it came so long after it was written that this must be told. */
    public boolean late() {
        return receivedAt != null && at.plus(LATE).isBefore(receivedAt);
    }

    /** Whether it can't be read though nobody erased it; the reason says why. */
    public boolean lost() {
        return erased && reason != null && reason.noted().startsWith(UnreadableMessage.BEGINS);
    }

    /** Whether it is kept no longer, as the reason says. */
    public boolean expired() {
        return erased && reason != null && reason.noted().equals(MessageReader.EXPIRED);
    }

    static ConversationMessage of(MessageReader.View view) {
        return new ConversationMessage(
                view.id(),
                view.inbound(),
                view.type(),
                view.text(),
                view.offers(),
                view.header(),
                view.footer(),
                view.menu(),
                view.erased(),
                view.state(),
                view.noted(),
                view.rule(),
                view.at(),
                view.receivedAt());
    }

    @Override
    public String toString() {
        return "ConversationMessage[" + id + "]";
    }
}
