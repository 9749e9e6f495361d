package com.qliento.outbox;

import com.qliento.channel.ChannelId;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.RoundTrip;
import com.qliento.database.Texts;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what goes out. Everything but the sweep's questions runs inside a transaction of the organisation. */
@Component
class OutboxStore {

    /**
     * A message that a status settled.
     *
     * @param content sealed
     */
    record SettledByStatus(UUID id, Lane lane, byte[] content) {

        @Override
        public String toString() {
            return "SettledByStatus[" + id + "]";
        }
    }

    static final String WAMID = "wamid";
    private static final String EMPTY = "It was empty, and WhatsApp takes no empty message, so it was not sent.";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contacts contacts;
    private final SendNews news;

    OutboxStore(JdbcClient jdbc, Vault vault, Contacts contacts, SendNews news) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contacts = contacts;
        this.news = news;
    }

    /** Queues messages in their order; empty ones are only listed. */
    void insert(RoundTrip trip, OrganisationId organisation, List<Outgoing> messages) {
        for (var message : messages) {
            var content = sealed(organisation, message);
            var at = TimeOrderedId.timeOf(message.id()).atOffset(ZoneOffset.UTC);
            trip.update(
                    """
                            INSERT INTO outbox_message (day, id, organisation_id, channel_id, contact_id, element, content,
                              state, reason, state_at, recorded_at, purpose)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    TimeOrderedId.dayOf(message.id()),
                    message.id(),
                    organisation.value(),
                    message.lane().channel(),
                    message.lane().contact(),
                    message.element(),
                    content,
                    message.empty() ? "unsent" : "queued",
                    message.empty() ? EMPTY : null,
                    at,
                    at,
                    message.purposeCode());
            if (!message.empty()) {
                queue(trip, organisation, message, content);
            }
        }
    }

    private static void queue(RoundTrip trip, OrganisationId organisation, Outgoing message, byte[] content) {
        trip.update(
                """
                            INSERT INTO outbox_queue (id, organisation_id, channel_id, contact_id, content, free_until,
                              reply, recorded_at, purpose)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                message.id(),
                organisation.value(),
                message.lane().channel(),
                message.lane().contact(),
                content,
                message.freeUntil().atOffset(ZoneOffset.UTC),
                message.reply(),
                TimeOrderedId.timeOf(message.id()).atOffset(ZoneOffset.UTC),
                message.purposeCode());
    }

    private byte[] sealed(OrganisationId organisation, Outgoing message) {
        return vault.seal(
                        organisation,
                        new SubjectId(message.lane().contact()),
                        new Place("outbox_message", "content", message.id()),
                        message.at(),
                        message.json())
                .bytes();
    }

    /**
     * Notes that these are about to be sent by this node; gives those that may be: still unsettled, and first of their
     * contact, whichever node queued what is before them, and not put off by another node meanwhile. Noting twice is allowed: the first time may have been
     * committed without this node having learnt of it.
     */
    List<Granted> markSending(Collection<UUID> ids, int node, Instant now) {
        return jdbc.sql("""
                        UPDATE outbox_queue q SET state = 'sending', node = ?, next_attempt_at = NULL
                        WHERE q.id = ANY (?::uuid[]) AND (q.state <> 'sending' OR q.node = ?)
                          AND (q.next_attempt_at IS NULL OR q.next_attempt_at <= ?) AND q.seq = (
                          SELECT e.seq FROM outbox_queue e WHERE e.contact_id = q.contact_id ORDER BY e.seq LIMIT 1)
                        RETURNING q.id, q.moved, q.contact_id, coalesce(q.purpose, CASE WHEN NOT q.reply THEN 'service' END)
                        """)
                .param(node)
                .param(Texts.of(ids))
                .param(node)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Granted(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2),
                        new ContactId(row.getObject(3, UUID.class)),
                        Optional.ofNullable(row.getString(4))
                                .flatMap(Purpose::of)
                                .orElse(null)))
                .list();
    }

    /**
     * What is queued for this contact goes to the number or user id they have when it is sent. Whoever holds such a
     * message in memory learns it when it asks whether it may send.
     */
    void moved(UUID contact) {
        jdbc.sql("UPDATE outbox_queue SET moved = true WHERE contact_id = ?")
                .param(contact)
                .update();
    }

    /** The message to where its contact is reached now, or to nobody when their number is another person's by now. */
    Ready readdressed(Ready message) {
        return contacts.personNow(
                        message.lane().organisation(),
                        new ContactId(message.lane().contact()))
                .map(person -> person.phone() == null && person.userId() == null
                        ? message.toNobody()
                        : message.as(Recipient.replaced(message.json(), person)))
                .orElse(message);
    }

    void settle(OrganisationId organisation, List<Settlement> settlements, Instant at) {
        // In the order in which delivery statuses take the same rows.
        var settled = settlements.stream()
                .filter(Settlement::settled)
                .sorted(Comparator.comparing(s -> s.id().toString()))
                .toList();
        if (!settled.isEmpty()) {
            delete(settled.stream().map(Settlement::id).toList());
            var changed = new HashMap<UUID, @Nullable String>();
            settled.stream()
                    .collect(Collectors.groupingBy(s -> TimeOrderedId.dayOf(s.id()), TreeMap::new, Collectors.toList()))
                    .forEach((day, some) -> updateSettled(organisation, day, some, at, changed));
            if (news.areHeard(organisation)) {
                news.settled(organisation, settled, changed);
            }
        }
        var again = settlements.stream().filter(s -> !s.settled()).toList();
        if (!again.isEmpty()) {
            jdbc.sql("""
                            UPDATE outbox_queue q SET state = u.state, next_attempt_at = u.next, attempts = u.attempts, node = NULL,
                              tried_at = coalesce(q.tried_at, ?)
                            FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::int[]) AS u (id, state, next, attempts)
                            WHERE q.id = ANY (?::uuid[]) AND q.id = u.id
                            """)
                    .param(at.atOffset(ZoneOffset.UTC))
                    .param(Texts.of(again, Settlement::id))
                    .param(again.stream().map(Settlement::state).toArray(String[]::new))
                    .param(Texts.of(again, Settlement::next))
                    .param(again.stream().map(Settlement::attempts).toArray(Integer[]::new))
                    .param(Texts.of(again, Settlement::id))
                    .update();
            again.forEach(one -> notePause(organisation, one));
        }
    }

    private void notePause(OrganisationId organisation, Settlement settlement) {
        if (settlement.pausedUntil() != null && settlement.errorCode() != null) {
            jdbc.sql("""
                            INSERT INTO outbox_pause AS p (channel_id, organisation_id, code, until) VALUES (?, ?, ?, ?)
                            ON CONFLICT (channel_id) DO UPDATE SET code = excluded.code,
                              until = greatest(p.until, excluded.until)
                            """)
                    .param(settlement.message().lane().channel())
                    .param(organisation.value())
                    .param(settlement.errorCode())
                    .param(settlement.pausedUntil().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("DELETE FROM outbox_queue WHERE id = ANY (?::uuid[])")
                .param(Texts.of(ids))
                .update();
    }

    /** @param changed gets the messages whose rows say so now, with their elements: a status may have said more before */
    private void updateSettled(
            OrganisationId organisation,
            LocalDate day,
            List<Settlement> some,
            Instant at,
            Map<UUID, @Nullable String> changed) {
        jdbc.sql("""
                        UPDATE outbox_message m SET state = u.state, parked = u.state = 'parked', state_at = ?, rank = 1,
                          error_code = u.code, reason = u.reason, message_key = u.key, message_id = u.message_id
                        FROM unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::bytea[], ?::bytea[])
                          AS u (id, state, code, reason, key, message_id)
                        WHERE m.day = ? AND m.id = ANY (?::uuid[]) AND m.id = u.id AND m.rank <= 1
                        RETURNING m.id, m.element
                        """)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(Texts.of(some, Settlement::id))
                .param(some.stream().map(Settlement::state).toArray(String[]::new))
                .param(some.stream().map(Settlement::errorCode).toArray(Integer[]::new))
                .param(some.stream().map(Settlement::reason).toArray(String[]::new))
                .param(some.stream().map(s -> key(organisation, s)).toArray(byte[][]::new))
                .param(some.stream().map(s -> sealedId(organisation, s, at)).toArray(byte[][]::new))
                .param(Date.valueOf(day))
                .param(Texts.of(some, Settlement::id))
                .query((RowCallbackHandler)
                        row -> changed.put(row.getObject("id", UUID.class), row.getString("element")));
    }

    private byte @Nullable [] key(OrganisationId organisation, Settlement settlement) {
        BlindIndex key =
                settlement.messageId() == null ? null : vault.index(organisation, WAMID, settlement.messageId());
        return key == null ? null : key.bytes();
    }

    /** Null also for somebody who was erased while it was in the air: what is settled with it goes on. */
    private byte @Nullable [] sealedId(OrganisationId organisation, Settlement settlement, Instant at) {
        if (settlement.messageId() == null) {
            return null;
        }
        try {
            return vault.seal(
                            organisation,
                            new SubjectId(settlement.message().lane().contact()),
                            new Place("outbox_message", "message_id", settlement.id()),
                            at,
                            settlement.messageId().getBytes(StandardCharsets.UTF_8))
                    .bytes();
        } catch (KeyDestroyed erasedMeanwhile) {
            return null;
        }
    }

    /** What is unsettled for a contact, in order. */
    List<Ready> load(Lane lane) {
        return jdbc
                .sql("SELECT * FROM outbox_queue WHERE contact_id = ? ORDER BY seq LIMIT ?")
                .param(lane.contact())
                .param(SendLane.MOST)
                .query((row, n) -> ready(lane, row))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Ready ready(Lane lane, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var next = row.getObject("next_attempt_at", OffsetDateTime.class);
        try {
            return new Ready(
                    id,
                    lane,
                    vault.open(
                            lane.organisation(),
                            new Place("outbox_message", "content", id),
                            Sealed.of(row.getBytes("content"))),
                    row.getObject("free_until", OffsetDateTime.class).toInstant(),
                    row.getBoolean("reply"),
                    row.getInt("attempts"),
                    row.getString("state").equals("unsure"),
                    next == null ? null : next.toInstant(),
                    null);
        } catch (KeyDestroyed erased) {
            delete(List.of(id));
            return null;
        } catch (Unreadable lost) {
            giveUp(id, "unreadable: " + lost.reason().word());
            if (news.areHeard(lane.organisation())) {
                news.failed(List.of(new SendNews.Row(id, lane, null, null, row.getBytes("content"))));
            }
            return null;
        }
    }

    /** Says why it will never be sent, and lets those behind it go. */
    private void giveUp(UUID id, String reason) {
        delete(List.of(id));
        jdbc.sql("""
                        UPDATE outbox_message SET state = 'failed', rank = 1, reason = ?
                        WHERE day = ? AND id = ? AND rank <= 1
                        """)
                .param(reason)
                .param(Date.valueOf(TimeOrderedId.dayOf(id)))
                .param(id)
                .update();
    }

    /** What dead nodes had in the air for this contact is unsure from now on: a status is waited for until this time. */
    int takeOver(Lane lane, Instant until) {
        return jdbc.sql("""
                        UPDATE outbox_queue SET state = 'unsure', node = NULL, next_attempt_at = ?
                        WHERE contact_id = ? AND state = 'sending' AND node NOT IN (SELECT outbox_living_nodes())
                        """)
                .param(until.atOffset(ZoneOffset.UTC))
                .param(lane.contact())
                .update();
    }

    List<Lane> due(Instant before, Instant due, int atMost) {
        return jdbc.sql("SELECT * FROM outbox_due(?, ?, ?)")
                .param(before.atOffset(ZoneOffset.UTC))
                .param(due.atOffset(ZoneOffset.UTC))
                .param(atMost)
                .query((row, n) -> new Lane(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("channel_id", UUID.class),
                        row.getObject("contact_id", UUID.class)))
                .list();
    }

    int livingNodes() {
        return jdbc.sql("SELECT count(*) FROM outbox_living_nodes()")
                .query(Integer.class)
                .single();
    }

    OutboxFigures figures() {
        return jdbc.sql("SELECT * FROM outbox_figures()")
                .query((row, n) ->
                        new OutboxFigures(row.getLong("queued"), row.getLong("sending"), row.getLong("unsure")))
                .single();
    }

    /** Takes out of the queue what statuses speak of; gives what was there. */
    List<SettledByStatus> settleByStatus(OrganisationId organisation, Collection<UUID> deliveries) {
        return new ArrayList<>(jdbc.sql(
                        "DELETE FROM outbox_queue WHERE id = ANY (?::uuid[]) RETURNING id, channel_id, contact_id, content")
                .param(Texts.of(deliveries))
                .query((row, n) -> new SettledByStatus(
                        row.getObject(1, UUID.class),
                        new Lane(organisation, row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                        row.getBytes(4)))
                .list());
    }

    /** The channel of a message of ours is the channel's own business; only ids leave here. */
    static ChannelId channelOf(Lane lane) {
        return new ChannelId(lane.channel());
    }
}
