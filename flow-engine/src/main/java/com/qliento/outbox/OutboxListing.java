package com.qliento.outbox;

import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Before;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person sees of the outbox, and what they may do about a message. */
@Component
class OutboxListing {

    /** Why what is queued for a number waits that WhatsApp takes nothing from. */
    private static final String PAUSED = "number_paused";

    private static final String SELECT = """
            SELECT m.*, p.code AS pause_code FROM outbox_message m
            LEFT JOIN outbox_pause p ON p.channel_id = m.channel_id AND p.until > ? AND m.state = 'queued'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxListing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OutboxEntry> page(OrganisationId organisation, @Nullable Before before, @Nullable UUID contact, int size) {
        return jdbc.sql(SELECT + """
                        WHERE m.organisation_id = ? AND (?::uuid IS NULL OR (m.recorded_at, m.id) < (?, ?))
                          AND (?::uuid IS NULL OR m.contact_id = ?)
                        ORDER BY m.recorded_at DESC, m.id DESC LIMIT ?
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(before == null ? null : before.id())
                .param(before == null ? null : before.at().atOffset(ZoneOffset.UTC))
                .param(before == null ? null : before.id())
                .param(contact)
                .param(contact)
                .param(size)
                .query(OutboxListing::entry)
                .list();
    }

    Optional<OutboxEntry> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE m.day = ? AND m.id = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .query(OutboxListing::entry)
                .optional();
    }

    /** Ids are in the order of their making. */
    List<UUID> parked(OrganisationId organisation, boolean latestFirst, int most) {
        return jdbc.sql("SELECT id FROM outbox_message WHERE organisation_id = ? AND parked ORDER BY id "
                        + (latestFirst ? "DESC" : "ASC") + " LIMIT ?")
                .param(organisation.value())
                .param(most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    int parked(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE organisation_id = ? AND parked")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** Tried before this, and still not sent. */
    int stuck(OrganisationId organisation, Instant before) {
        return jdbc.sql("""
                        SELECT count(*) FROM outbox_queue
                        WHERE organisation_id = ? AND tried_at <= ?
                        """)
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void move(UUID from, UUID to) {
        jdbc.sql("UPDATE outbox_message SET contact_id = ? WHERE contact_id = ?")
                .param(to)
                .param(from)
                .update();
    }

    /**
     * Puts a parked or failed message back into the queue, behind what waits there; the sweep finds it. It may have lain
     * for days, so where its contact is reached is looked up as it is sent.
     */
    boolean requeue(UUID id) {
        return jdbc.sql("""
                                WITH again AS (
                                  UPDATE outbox_message SET state = 'queued', parked = false, rank = 0, reason = NULL, error_code = NULL
                                  WHERE day = ? AND id = ? AND state IN ('parked', 'failed') RETURNING *
                                )
                                INSERT INTO outbox_queue (id, organisation_id, channel_id, contact_id, content, free_until, recorded_at, moved, purpose)
                                SELECT id, organisation_id, channel_id, contact_id, content, recorded_at, recorded_at, true, purpose FROM again
                                """).param(TimeOrderedId.dayOf(id)).param(id).update() == 1;
    }

    boolean drop(UUID id) {
        return jdbc.sql("""
                                UPDATE outbox_message SET state = 'dropped', parked = false
                                WHERE day = ? AND id = ? AND state IN ('parked', 'failed')
                                """).param(TimeOrderedId.dayOf(id)).param(id).update() == 1;
    }

    private static OutboxEntry entry(ResultSet row, int n) throws SQLException {
        var pause = (Integer) row.getObject("pause_code");
        return new OutboxEntry(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("element"),
                row.getString("state"),
                row.getObject("state_at", OffsetDateTime.class).toInstant(),
                pause != null ? pause : (Integer) row.getObject("error_code"),
                pause != null ? PAUSED : row.getString("reason"),
                row.getBytes("content"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
