package com.qliento.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.webhook.InboundContent;
import com.qliento.connector.whatsapp.webhook.InboundMessage;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningKind;
import com.qliento.happening.Happenings;
import com.qliento.inbox.Arrival;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.StatusArrival;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.KeptText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands to the inbox what came in, and tells of what was new in it. */
@Component
class NewMessages {

    /** What came in: as it is stored, and as it was read. */
    record Arrived(Arrival sealed, UpdateParts parts) {}

    private final Inbox inbox;
    private final Happenings happenings;
    private final Preferences preferences;

    NewMessages(Inbox inbox, Happenings happenings, Preferences preferences) {
        this.inbox = inbox;
        this.happenings = happenings;
        this.preferences = preferences;
    }

    /** In the open transaction of the organisation. */
    void accept(OrganisationId organisation, List<Arrived> arrived, List<StatusArrival> statuses) {
        var fresh =
                inbox.accept(organisation, arrived.stream().map(Arrived::sealed).toList(), statuses);
        preferences.note(
                organisation,
                arrived.stream()
                        .filter(one -> fresh.contains(one.sealed().id()))
                        .toList());
        if (!fresh.isEmpty() && happenings.areHeard(organisation, HappeningKind.MESSAGE_RECEIVED)) {
            happenings.tell(arrived.stream()
                    .filter(one -> fresh.contains(one.sealed().id()))
                    .map(one -> happening(organisation, one))
                    .filter(Objects::nonNull)
                    .toList());
        }
    }

    /** Null for what nobody says: notes of WhatsApp's about a number, and what is about no contact. */
    private static @Nullable Happening happening(OrganisationId organisation, Arrived arrived) {
        var sealed = arrived.sealed();
        if (sealed.lane() == null
                || !(arrived.parts().update() instanceof InboundMessage message)
                || message.content() instanceof InboundContent.SystemNote) {
            return null;
        }
        var facts = JsonNodeFactory.instance
                .objectNode()
                .put("message", sealed.id().toString())
                .put("contact", sealed.lane().toString())
                .put("channel", sealed.channel().toString())
                .put("kind", sealed.kind());
        return new Happening(
                HappeningKind.MESSAGE_RECEIVED,
                organisation,
                sealed.lane(),
                sealed.at(),
                facts,
                () -> content(message));
    }

    private static ObjectNode content(InboundMessage message) {
        var content = JsonNodeFactory.instance
                .objectNode()
                .put("text", KeptText.of(message.content().asText()));
        var choice = message.content().choiceId();
        return choice == null ? content : content.put("choice", choice);
    }
}
