package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.Call;
import com.qliento.call.Calls;
import com.qliento.call.Repeat;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what is to be sent: the delivery with its body, sealed, and the call that makes it, which says only that there is
 * one. So what somebody wrote lies in one place, and goes with their key.
 */
@Component
class DeliveryQueue {

    /** When the last of the tries has long been made. */
    private static final Duration LONGEST = Duration.ofDays(4);

    private static final Duration ONCE = Duration.ofMinutes(1);
    private static final String FEATURE = "webhook";

    private final DeliveryStore store;
    private final Vault vault;
    private final Calls calls;
    private final Clock clock;

    DeliveryQueue(DeliveryStore store, Vault vault, Calls calls, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.calls = calls;
        this.clock = clock;
    }

    /** How it is sent. */
    enum Haste {
        /** In its turn: an endpoint in trouble is left in peace for a while. */
        USUAL,
        /** At once: somebody pressed for it, and may have mended what was wrong. */
        NOW,
        /** At once, and never again. */
        ONCE
    }

    /**
     * Something to send.
     *
     * @param event its id for those who get it
     * @param contact whom it is about; null when about nobody
     */
    record Event(UUID event, String type, @Nullable UUID contact, Instant happenedAt, byte[] body, Haste haste) {

        @Override
        public String toString() {
            return "Event[" + event + "]";
        }
    }

    /**
     * Queues it in the open transaction of the organisation, as the trip runs; gives the delivery's id. Throws
     * {@link com.qliento.vault.KeyDestroyed} when whom it is about was erased, or it happened too long ago; nothing was added
     * to the trip then.
     */
    UUID add(RoundTrip trip, OrganisationId organisation, Listening.Ear to, Event event) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        var contact = event.contact();
        var subject = new SubjectId(contact == null ? organisation.value() : contact);
        var sealed = vault.seal(organisation, subject, place(id), event.happenedAt(), event.body());
        store.insert(
                trip,
                organisation,
                new DeliveryStore.Kept(
                        id, to.endpoint(), contact, event.event(), event.type(), sealed.bytes(), event.happenedAt()));
        boolean once = event.haste() == Haste.ONCE;
        var request = JsonNodeFactory.instance.objectNode().put(WebhookCallee.ONCE, once);
        calls.ask(
                trip,
                List.of(new Call(
                        id,
                        Call.Caller.feature(organisation, FEATURE),
                        event.haste() == Haste.USUAL ? WebhookCallee.KIND : PressedCallee.KIND,
                        to.target(),
                        request,
                        Repeat.AGAIN,
                        now.plus(once ? ONCE : LONGEST))));
        return id;
    }

    /** The body, opened. Throws {@link com.qliento.vault.Unreadable} when nobody can read it any more. */
    byte[] opened(OrganisationId organisation, UUID delivery, byte[] sealed) {
        return vault.open(organisation, place(delivery), Sealed.of(sealed));
    }

    static Place place(UUID delivery) {
        return new Place("webhook_delivery", "body", delivery);
    }
}
