package com.qliento.conversation;

import com.qliento.connector.whatsapp.Address;
import com.qliento.connector.whatsapp.InboundMessage;
import com.qliento.connector.whatsapp.MalformedWebhook;
import com.qliento.connector.whatsapp.WebhookBody;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.problem.KeptText;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what waits in a lane. */
@Component
class IncomingReader {

    private final Vault vault;

    IncomingReader(Vault vault) {
        this.vault = vault;
    }

    /** The messages as one, a line each; null when none can be opened because their keys are destroyed. */
    @Nullable
    Incoming read(Lane lane, List<Pending> pending) {
        var ids = new ArrayList<UUID>();
        var texts = new ArrayList<String>();
        InboundMessage last = null;
        UUID lastId = null;
        Instant written = Instant.MIN;
        for (var one : pending) {
            ids.add(one.id());
            var message = open(lane, one);
            if (message != null) {
                var text = KeptText.of(message.content().asText());
                if (!text.isBlank()) {
                    texts.add(text);
                }
                last = message;
                lastId = one.id();
                written = writtenAt(message, one.receivedAt());
            }
        }
        return last == null
                ? null
                : new Incoming(ids, address(last, lastId), String.join("\n", texts), choice(last), written);
    }

    private @Nullable InboundMessage open(Lane lane, Pending pending) {
        try {
            var raw = vault.open(
                    lane.organisation(),
                    new Place("inbox_message", "content", pending.id()),
                    Sealed.of(pending.content()));
            return WebhookBody.parse(raw).get(0).match(message -> message, status -> null, other -> null);
        } catch (KeyDestroyed erased) {
            return null;
        } catch (MalformedWebhook notOurs) {
            throw new IllegalStateException("a stored message is not readable");
        }
    }

    private static Instant writtenAt(InboundMessage message, Instant received) {
        var written = message.timestamp();
        return written == null
                        || written.isAfter(received)
                        || written.isBefore(received.minus(java.time.Duration.ofHours(24)))
                ? received
                : written;
    }

    private static Address address(InboundMessage message, @Nullable UUID id) {
        var sender = message.sender();
        return sender.phone() != null
                ? NoUsableAddress.require(Address.Kind.PHONE, sender.phone(), id)
                : NoUsableAddress.require(
                        Address.Kind.USER_ID, sender.userId() != null ? sender.userId() : sender.parentUserId(), id);
    }

    private static @Nullable String choice(InboundMessage message) {
        return KeptText.ofAny(message.content().choiceId());
    }
}
