package com.qliento.transcript;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.WebhookBody;
import com.qliento.conversation.UnreadableMessage;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Before;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.InboxEntry;
import com.qliento.organisation.OrganisationId;
import com.qliento.outbox.Outbox;
import com.qliento.outbox.OutboxEntry;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens messages for the organisation they belong to. */
@Component
class MessageReader {

    /** How it is told that a message is kept no longer. */
    static final String EXPIRED = "message_expired";

    /**
     * A message as it is shown to its organisation.
     *
     * @param direction in or out
     * @param type WhatsApp's word, such as text or interactive
     * @param text what a person reads of it; null when its key is destroyed or it has none
     * @param offers the buttons or rows it shows
     * @param header the line above the text; null when there is none
     * @param footer the line below the text; null when there is none
     * @param menu the list it offers; null when it offers none
     * @param erased whether nobody can read it any more; the reason says so where it was not erased but is over its time, or its key is lost
     * @param reason why it waits, is parked, failed, not handled or unreadable, in plain words
     * @param reasonCode a word for programs that says the same, such as number_paused; null when there is none
     * @param noted the reason as it was noted
     * @param rule id of the rule that held it; null when none did
     * @param at when the customer wrote it, or when we said it
     * @param receivedAt when a message of the customer came here; null for ours
     */
    record View(
            UUID id,
            String direction,
            @Nullable UUID contactId,
            UUID channelId,
            String type,
            @Nullable String text,
            List<String> offers,
            @Nullable String header,
            @Nullable String footer,
            @Nullable MessageMenu menu,
            boolean erased,
            String state,
            @Nullable String reason,
            @Nullable String reasonCode,
            @JsonIgnore @Nullable NotedReason noted,
            @Nullable String rule,
            @Nullable Integer errorCode,
            @Nullable String element,
            Instant at,
            @Nullable Instant receivedAt) {

        boolean inbound() {
            return direction.equals("in");
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    private final Inbox inbox;
    private final Outbox outbox;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    MessageReader(Inbox inbox, Outbox outbox, Vault vault) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.vault = vault;
    }

    /**
     * A message with what it was read from.
     *
     * @param content as it came from WhatsApp or went there; null when nobody can read it any more
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for as long as somebody reads it
    record Read(View view, byte @Nullable [] content) {

        @Override
        public String toString() {
            return "Read[" + view.id() + "]";
        }
    }

    /** Newest first; {@code last} is the last of the page before. */
    List<View> page(OrganisationId organisation, @Nullable UUID last, @Nullable UUID contact, int size) {
        return read(organisation, last, contact, size).stream().map(Read::view).toList();
    }

    /** The same, with what each was read from. */
    List<Read> read(OrganisationId organisation, @Nullable UUID last, @Nullable UUID contact, int size) {
        var before = last == null ? null : before(organisation, last);
        var in = inbox.page(organisation, before, contact, size).stream().map(entry -> read(organisation, entry));
        var out = outbox.page(organisation, before, contact, size).stream().map(entry -> read(organisation, entry));
        return Stream.concat(in, out)
                .sorted(Comparator.comparing((Read read) -> read.view().at())
                        .thenComparing(read -> read.view().id().toString())
                        .reversed())
                .limit(size)
                .toList();
    }

    /** What came late is listed by another time than its id has. */
    private Before before(OrganisationId organisation, UUID last) {
        var at = inbox.find(organisation, last).map(InboxEntry::at).orElseGet(() -> TimeOrderedId.timeOf(last));
        return new Before(at, last);
    }

    Optional<View> find(OrganisationId organisation, UUID id) {
        return inbox.find(organisation, id)
                .map(entry -> read(organisation, entry).view())
                .or(() -> outbox.find(organisation, id)
                        .map(entry -> read(organisation, entry).view()));
    }

    private Read read(OrganisationId organisation, InboxEntry entry) {
        var content = open(organisation, "inbox_message", entry.id(), entry.content());
        var noted = noted(content.lost() == null ? entry.reason() : content.lost(), null);
        var view = new View(
                entry.id(),
                "in",
                entry.contact(),
                entry.channel(),
                entry.kind(),
                content.bytes() == null ? null : inboundText(content.bytes()),
                List.of(),
                null,
                null,
                null,
                content.bytes() == null,
                entry.state(),
                words(noted),
                noted == null ? null : noted.code(),
                noted,
                null,
                null,
                null,
                entry.at(),
                entry.receivedAt());
        return new Read(view, content.bytes());
    }

    private Read read(OrganisationId organisation, OutboxEntry entry) {
        var content = open(organisation, "outbox_message", entry.id(), entry.content());
        var noted = noted(content.lost() == null ? entry.reason() : content.lost(), entry.errorCode());
        var message = content.bytes() == null ? null : new OutboundWords(tree(content.bytes()));
        var view = new View(
                entry.id(),
                "out",
                entry.contact(),
                entry.channel(),
                message == null ? "unknown" : message.type(),
                message == null ? null : message.text(),
                message == null ? List.of() : message.offers(),
                message == null ? null : message.header(),
                message == null ? null : message.footer(),
                message == null ? null : message.menu(),
                message == null,
                entry.state(),
                words(noted),
                noted == null ? null : noted.code(),
                noted,
                PolicyRule.of(entry.reason()).map(PolicyRule::id).orElse(null),
                entry.errorCode(),
                entry.element(),
                entry.queuedAt(),
                null);
        return new Read(view, content.bytes());
    }

    private static @Nullable NotedReason noted(@Nullable String reason, @Nullable Integer errorCode) {
        return reason == null ? null : new NotedReason(reason, errorCode);
    }

    private static @Nullable String words(@Nullable NotedReason noted) {
        return noted == null ? null : noted.words(Locale.ENGLISH);
    }

    /** What was opened, or why it can't be though nobody erased it. */
    @SuppressWarnings("ArrayRecordComponent") // lives within one method
    private record Content(
            byte @Nullable [] bytes, @Nullable String lost) {

        @Override
        public String toString() {
            return "Content";
        }
    }

    private Content open(OrganisationId organisation, String table, UUID id, byte[] sealed) {
        try {
            return new Content(vault.open(organisation, new Place(table, "content", id), Sealed.of(sealed)), null);
        } catch (KeyDestroyed gone) {
            return new Content(null, gone.reason() == Unreadable.Reason.EXPIRED ? EXPIRED : null);
        } catch (Unreadable lost) {
            return new Content(null, UnreadableMessage.BEGINS + lost.reason().word());
        }
    }

    private static @Nullable String inboundText(byte[] raw) {
        try {
            return WebhookBody.parse(raw)
                    .get(0)
                    .<@Nullable String>match(message -> message.content().asText(), status -> null, other -> null);
        } catch (MalformedWebhook | IndexOutOfBoundsException unreadable) {
            return null;
        }
    }

    private JsonNode tree(byte[] content) {
        try {
            return json.readTree(content);
        } catch (IOException notOurs) {
            return json.createObjectNode();
        }
    }
}
