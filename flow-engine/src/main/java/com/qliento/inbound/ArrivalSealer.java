package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.connector.whatsapp.webhook.DeliveryStatus;
import com.qliento.contact.ContactId;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Arrival;
import com.qliento.inbox.StatusArrival;
import com.qliento.vault.Place;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what came in. WhatsApp's message ids hold the customer's number, so even they are kept as blind indexes only. */
@Component
class ArrivalSealer {

    private static final String WAMID = "wamid";

    private final Vault vault;

    ArrivalSealer(Vault vault) {
        this.vault = vault;
    }

    /**
     * What is about somebody is sealed with their key; of what could be about anybody is kept that it came, and no more.
     *
     * @param contact who wrote it, or whom it is about; null when that is nobody, or nobody who is known
     */
    Arrival arrival(Channel channel, UpdateParts parts, @Nullable ContactId contact, Instant now) {
        var id = TimeOrderedId.at(now);
        var organisation = channel.organisation();
        var subject = contact == null ? new SubjectId(organisation.value()) : contact.subject();
        var raw = parts.update().raw();
        var content =
                contact != null || parts.ofAccount() ? raw : parts.update().outline();
        var dedupe = parts.messageId() != null
                ? vault.index(organisation, WAMID, parts.messageId())
                : vault.index(organisation, "update", new String(raw, StandardCharsets.UTF_8));
        return new Arrival(
                id,
                channel.id().value(),
                contact == null ? null : contact.value(),
                dedupe.bytes(),
                Arrival.day(parts.written(), now),
                parts.kind(),
                parts.notHandled(),
                vault.seal(organisation, subject, new Place("inbox_message", "content", id), now, content)
                        .bytes(),
                Arrival.late(parts.written(), now),
                now);
    }

    StatusArrival status(Channel channel, DeliveryStatus status, Instant now) {
        var errors = status.errors();
        return new StatusArrival(
                channel.id().value(),
                delivery(status.bizOpaqueCallbackData()),
                vault.index(channel.organisation(), WAMID, status.messageId()).bytes(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.rank(),
                Objects.requireNonNullElse(status.timestamp(), now),
                errors.isEmpty() ? null : errors.get(0).code());
    }

    /** Our own id of the message, if that is what came back; others may use the same field for theirs. */
    private static @Nullable UUID delivery(@Nullable String callbackData) {
        if (callbackData == null || callbackData.length() != 36) {
            return null;
        }
        try {
            var id = UUID.fromString(callbackData);
            return id.version() == 7 ? id : null;
        } catch (IllegalArgumentException others) {
            return null;
        }
    }
}
