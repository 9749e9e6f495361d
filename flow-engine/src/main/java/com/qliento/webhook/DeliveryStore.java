package com.qliento.webhook;

import com.qliento.call.Callee;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is sent, as rows. Runs inside a transaction of the organisation. */
@Component
class DeliveryStore {

    /** One that has taken nothing for so long is switched off. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final String OF = "(SELECT endpoint_id FROM webhook_delivery WHERE day = ? AND id = ? AND kind <> '"
            + WebhookDeliveries.TEST + "')";

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A delivery as it is kept.
     *
     * @param contact whom it is about; null when about nobody
     * @param event the same each time it is sent
     * @param body sealed
     */
    record Kept(
            UUID id, UUID endpoint, @Nullable UUID contact, UUID event, String type, byte[] body, Instant happenedAt) {

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    void insert(RoundTrip trip, OrganisationId organisation, Kept delivery) {
        trip.update(
                """
                INSERT INTO webhook_delivery (day, id, organisation_id, endpoint_id, contact_id, event_id, kind, body,
                  happened_at, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                TimeOrderedId.dayOf(delivery.id()),
                delivery.id(),
                organisation.value(),
                delivery.endpoint(),
                delivery.contact(),
                delivery.event(),
                delivery.type(),
                delivery.body(),
                delivery.happenedAt().atOffset(ZoneOffset.UTC),
                TimeOrderedId.timeOf(delivery.id()).atOffset(ZoneOffset.UTC));
    }

    Optional<Kept> kept(OrganisationId organisation, UUID endpoint, UUID id) {
        return jdbc.sql(
                        "SELECT * FROM webhook_delivery WHERE organisation_id = ? AND endpoint_id = ? AND day = ? AND id = ?")
                .param(organisation.value())
                .param(endpoint)
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("endpoint_id", UUID.class),
                        row.getObject("contact_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getString("kind"),
                        row.getBytes("body"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<WebhookDelivery> find(OrganisationId organisation, UUID id) {
        return jdbc.sql("SELECT * FROM webhook_delivery WHERE organisation_id = ? AND day = ? AND id = ?")
                .param(organisation.value())
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first, after this one; null begins. */
    List<WebhookDelivery> page(OrganisationId organisation, UUID endpoint, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        SELECT * FROM webhook_delivery WHERE organisation_id = ? AND endpoint_id = ?
                          AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
                        """)
                .param(organisation.value())
                .param(endpoint)
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> read(row))
                .list();
    }

    /** How many there are, up to so many. */
    int count(OrganisationId organisation, UUID endpoint, int most) {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT FROM webhook_delivery WHERE organisation_id = ? AND endpoint_id = ?
                          LIMIT ?) latest
                        """)
                .param(organisation.value())
                .param(endpoint)
                .param(most)
                .query(Integer.class)
                .single();
    }

    List<WebhookDelivery> slice(OrganisationId organisation, UUID endpoint, Slice slice) {
        return jdbc.sql("""
                        SELECT * FROM webhook_delivery WHERE organisation_id = ? AND endpoint_id = ?
                        ORDER BY id DESC OFFSET ? LIMIT ?
                        """)
                .param(organisation.value())
                .param(endpoint)
                .param(slice.offset())
                .param(slice.size())
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * What is needed to send it now.
     *
     * @param body sealed
     * @param secret sealed
     * @param formerSecret sealed; null when it does not sign any more
     */
    record Ready(
            String address,
            boolean enabled,
            UUID event,
            String type,
            byte[] body,
            byte[] secret,
            byte @Nullable [] formerSecret,
            UUID endpoint) {

        @Override
        public String toString() {
            return "Ready[" + event + "]";
        }
    }

    /** Empty when it, or its endpoint, is not there any more. */
    Optional<Ready> ready(OrganisationId organisation, UUID id, Instant now) {
        return jdbc.sql("""
                        SELECT e.address, e.enabled, d.event_id, d.kind, d.body, e.secret,
                          CASE WHEN e.former_until > ? THEN e.former_secret END AS former, e.id AS endpoint
                        FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
                        WHERE d.organisation_id = ? AND d.day = ? AND d.id = ?
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .query((row, n) -> new Ready(
                        row.getString("address"),
                        row.getBoolean("enabled"),
                        row.getObject("event_id", UUID.class),
                        row.getString("kind"),
                        row.getBytes("body"),
                        row.getBytes("secret"),
                        row.getBytes("former"),
                        row.getObject("endpoint", UUID.class)))
                .optional();
    }

    /** What became of a try. */
    void tried(RoundTrip trip, Callee.Tried call, WebhookDelivery.State state, @Nullable Integer status) {
        trip.update(
                """
                UPDATE webhook_delivery SET state = ?, attempts = ?, outcome = ?, status = ?, millis = ?, tried_at = ?,
                  next_at = ? WHERE day = ? AND id = ?""",
                state.word(),
                call.attempts(),
                call.word(),
                status,
                (int) Math.min(Integer.MAX_VALUE, call.took().toMillis()),
                call.at().atOffset(ZoneOffset.UTC),
                call.next() == null ? null : call.next().atOffset(ZoneOffset.UTC),
                TimeOrderedId.dayOf(call.id()),
                call.id());
    }

    /** Its endpoint took something. */
    void isWell(RoundTrip trip, Callee.Tried call) {
        trip.update(
                "UPDATE webhook_endpoint SET failing_since = NULL WHERE failing_since IS NOT NULL AND id = " + OF,
                TimeOrderedId.dayOf(call.id()),
                call.id());
    }

    /**
     * Its endpoint did not take something: it is switched off when it has taken nothing for too long, or says that it is
     * gone, and all nodes hear of that when the transaction commits. A test says nothing of it.
     */
    void isFailing(RoundTrip trip, Callee.Tried call, boolean gone) {
        var day = TimeOrderedId.dayOf(call.id());
        var at = call.at().atOffset(ZoneOffset.UTC);
        trip.update(
                "UPDATE webhook_endpoint SET failing_since = ? WHERE failing_since IS NULL AND enabled AND id = " + OF,
                at,
                day,
                call.id());
        trip.query(
                row -> {},
                "WITH off AS (UPDATE webhook_endpoint SET enabled = false, off_reason = ?, off_at = ?"
                        + " WHERE enabled AND (? OR failing_since <= ?) AND id = " + OF + " RETURNING organisation_id)"
                        + " SELECT pg_notify('qliento', '" + EndpointStore.TOPIC + ":' || organisation_id) FROM off",
                (gone ? WebhookEndpoint.Off.GONE : WebhookEndpoint.Off.FAILING).word(),
                at,
                gone,
                call.at().minus(PATIENCE).atOffset(ZoneOffset.UTC),
                day,
                call.id());
    }

    private static WebhookDelivery read(ResultSet row) throws SQLException {
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("kind"),
                WebhookDelivery.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("outcome"),
                (Integer) row.getObject("status"),
                (Integer) row.getObject("millis"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                EndpointStore.time(row, "tried_at"),
                EndpointStore.time(row, "next_at"));
    }
}
