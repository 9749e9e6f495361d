package com.qliento.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.channel.ChannelId;
import com.qliento.contact.ContactId;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a flow begins for somebody.
 *
 * @param phone whose number, with country code; null when the contact is named
 * @param contact who; null when the number is named, which makes a new contact of a number that nobody knows
 * @param channel on which number of the business; null when there is no choice
 * @param values what the flow knows from its start, by name
 */
public record StartWish(
        String flowKey,
        @Nullable String phone,
        @Nullable ContactId contact,
        @Nullable ChannelId channel,
        ObjectNode values,
        WhenBusy whenBusy) {

    StartWish with(ObjectNode given) {
        return new StartWish(flowKey, phone, contact, channel, given, whenBusy);
    }

    /** What happens while another flow runs, as programs say it; to wait is usual. Throws {@link Problem} for another word. */
    public static WhenBusy whenBusy(@Nullable String text) {
        try {
            return text == null ? WhenBusy.WAIT : WhenBusy.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw Problem.invalid("whenBusy", "While another flow runs: 'wait', 'interrupt' or 'skip'.");
        }
    }

    /** Values as programs send them; none when nothing is. Throws {@link Problem} for what has no names. */
    public static ObjectNode values(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (given instanceof ObjectNode values) {
            return values;
        }
        throw Problem.invalid("values", "'values' is an object: names and what the flow is to know under them.");
    }

    /** Nothing of whom or what. */
    @Override
    public String toString() {
        return "StartWish[" + flowKey + "]";
    }
}
