package com.qliento.conversation;

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
 * @param erased whether nobody can read it any more
 * @param state as {@code InboxEntry} and {@code OutboxEntry} say
 * @param reason why it did not arrive or was not handled, in plain words
 * @param rule id of the rule that held it, as {@code PolicyRule} has it; null when none did
 */
public record ConversationMessage(
        UUID id,
        boolean inbound,
        String type,
        @Nullable String text,
        List<String> offers,
        boolean erased,
        String state,
        @Nullable String reason,
        @Nullable String rule,
        Instant at) {

    /** Whether it can't be read though nobody erased it; the reason says why. */
    public boolean lost() {
        return erased && reason != null && reason.startsWith(MessageReader.UNREADABLE);
    }

    static ConversationMessage of(MessageReader.View view) {
        return new ConversationMessage(
                view.id(),
                view.inbound(),
                view.type(),
                view.text(),
                view.offers(),
                view.erased(),
                view.state(),
                view.reason(),
                view.rule(),
                view.at());
    }

    @Override
    public String toString() {
        return "ConversationMessage[" + id + "]";
    }
}
