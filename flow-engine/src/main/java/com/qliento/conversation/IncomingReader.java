package com.qliento.conversation;

import com.qliento.block.Keywords;
import com.qliento.connector.whatsapp.Address;
import com.qliento.connector.whatsapp.webhook.InboundMessage;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.WebhookBody;
import com.qliento.conversation.customer.NoUsableAddress;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.problem.KeptText;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
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

    /**
     * The messages as one, a line each; null when none can be opened because their keys are destroyed. Of several, those
     * that can't be read for another reason are left where they wait; one alone throws {@link UnreadableMessage}.
     */
    @Nullable
    Incoming read(Lane lane, List<Pending> pending) {
        var ids = new ArrayList<UUID>();
        var texts = new ArrayList<String>();
        InboundMessage last = null;
        UUID lastId = null;
        Incoming.Tap tapped = null;
        Instant written = Instant.MIN;
        for (var one : pending) {
            InboundMessage message;
            try {
                message = open(lane, one);
            } catch (UnreadableMessage unreadable) {
                if (pending.size() == 1) {
                    throw unreadable;
                }
                continue;
            }
            ids.add(one.id());
            if (message != null) {
                var text = Keywords.trimmed(KeptText.of(message.content().asText()));
                if (!text.isEmpty()) {
                    texts.add(text);
                }
                var tap = tap(message);
                tapped = tap == null ? tapped : tap;
                last = message;
                lastId = one.id();
                var at = writtenAt(message, one.receivedAt());
                written = at.isAfter(written) ? at : written;
            }
        }
        return last == null
                ? null
                : new Incoming(ids, address(last, lastId), String.join("\n", texts), tapped, written);
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
        } catch (Unreadable lost) {
            throw new UnreadableMessage(pending.id(), lost);
        } catch (MalformedWebhook notOurs) {
            throw new IllegalStateException("a stored message is not readable");
        }
    }

    /**
     * When it was written by Meta's clock, however late it came: the window is open for 24 hours from then, and what is
     * older than Meta ever delivers opens none. Not later than it came, whatever the sender's clock says.
     */
    private static Instant writtenAt(InboundMessage message, Instant received) {
        var written = message.timestamp();
        return written == null || written.isAfter(received) ? received : written;
    }

    private static Address address(InboundMessage message, @Nullable UUID id) {
        var sender = message.sender();
        return sender.phone() != null
                ? NoUsableAddress.require(Address.Kind.PHONE, sender.phone(), id)
                : NoUsableAddress.require(
                        Address.Kind.USER_ID, sender.userId() != null ? sender.userId() : sender.parentUserId(), id);
    }

    private static Incoming.@Nullable Tap tap(InboundMessage message) {
        var id = KeptText.ofAny(message.content().choiceId());
        return id == null
                ? null
                : new Incoming.Tap(id, KeptText.of(message.content().asText()), message.contextMessageId());
    }
}
