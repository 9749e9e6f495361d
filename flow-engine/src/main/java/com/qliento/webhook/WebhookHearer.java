package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningHearer;
import com.qliento.happening.HappeningKind;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyDestroyed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues what happens for each endpoint that wants to hear of it. */
@Component
class WebhookHearer implements HappeningHearer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookHearer.class);

    private final Listening listening;
    private final DeliveryQueue queue;

    WebhookHearer(Listening listening, DeliveryQueue queue) {
        this.listening = listening;
        this.queue = queue;
    }

    @Override
    public boolean hears(OrganisationId organisation, HappeningKind kind) {
        return !listening.to(organisation, kind).isEmpty();
    }

    @Override
    public void hear(RoundTrip trip, Happening happening) {
        var event = TimeOrderedId.at(happening.at());
        @Nullable ObjectNode content = null;
        for (var ear : listening.to(happening.organisation(), happening.kind())) {
            if (ear.content() && content == null) {
                content = happening.content().get();
            }
            var said = ear.content() && content != null ? content : JsonNodeFactory.instance.objectNode();
            try {
                queue.add(trip, happening.organisation(), ear, event(event, happening, said));
            } catch (KeyDestroyed erased) {
                LOG.debug("Nobody is told of {}: whom it is about was erased", event);
                return;
            }
        }
    }

    private static DeliveryQueue.Event event(UUID id, Happening happening, ObjectNode content) {
        var type = happening.kind().word();
        return new DeliveryQueue.Event(
                id,
                type,
                happening.contact(),
                happening.at(),
                EventBody.of(type, happening.at(), happening.facts(), content),
                DeliveryQueue.Haste.USUAL);
    }
}
