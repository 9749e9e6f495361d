package com.qliento.webhook;

import com.qliento.happening.HappeningKind;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Vault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints as rows. Runs inside a transaction of the organisation; what changes is told to all nodes when it commits. */
@Component
class EndpointStore {

    static final String TOPIC = "webhook";

    private final JdbcClient jdbc;
    private final Vault vault;

    EndpointStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** All, those that were made first at the head. */
    List<WebhookEndpoint> all(OrganisationId organisation) {
        return jdbc.sql("SELECT * FROM webhook_endpoint WHERE organisation_id = ? ORDER BY made_at, id")
                .param(organisation.value())
                .query((row, n) -> read(row))
                .list();
    }

    Optional<WebhookEndpoint> find(OrganisationId organisation, UUID id) {
        return jdbc.sql("SELECT * FROM webhook_endpoint WHERE organisation_id = ? AND id = ?")
                .param(organisation.value())
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(OrganisationId organisation, WebhookEndpoint endpoint, SigningSecret secret) {
        var at = endpoint.changedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO webhook_endpoint (id, organisation_id, address, kinds, content, enabled, secret, made_at,
                          changed_at, changed_by) VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?)
                        """)
                .param(endpoint.id())
                .param(organisation.value())
                .param(endpoint.address())
                .param(words(endpoint.kinds()))
                .param(endpoint.content())
                .param(endpoint.enabled())
                .param(sealed(organisation, endpoint.id(), secret))
                .param(at)
                .param(at)
                .param(endpoint.changedBy())
                .update();
        tell(organisation);
    }

    /** As somebody wants it now. One that is on has no trouble that was noted before. */
    void update(OrganisationId organisation, WebhookEndpoint endpoint) {
        jdbc.sql("""
                        UPDATE webhook_endpoint SET address = ?, kinds = ?::text[], content = ?, enabled = ?, changed_at = ?,
                          changed_by = ?,
                          off_reason = CASE WHEN ? THEN NULL ELSE off_reason END,
                          off_at = CASE WHEN ? THEN NULL ELSE off_at END,
                          failing_since = CASE WHEN ? AND NOT enabled OR address <> ? THEN NULL ELSE failing_since END
                        WHERE organisation_id = ? AND id = ?
                        """)
                .param(endpoint.address())
                .param(words(endpoint.kinds()))
                .param(endpoint.content())
                .param(endpoint.enabled())
                .param(endpoint.changedAt().atOffset(ZoneOffset.UTC))
                .param(endpoint.changedBy())
                .param(endpoint.enabled())
                .param(endpoint.enabled())
                .param(endpoint.enabled())
                .param(endpoint.address())
                .param(organisation.value())
                .param(endpoint.id())
                .update();
        tell(organisation);
    }

    /** It signs with another secret; with the one it had too, until then. */
    void rotate(OrganisationId organisation, UUID id, SigningSecret secret, Instant formerUntil) {
        jdbc.sql("""
                        UPDATE webhook_endpoint SET former_secret = secret, former_until = ?, secret = ?
                        WHERE organisation_id = ? AND id = ?
                        """)
                .param(formerUntil.atOffset(ZoneOffset.UTC))
                .param(sealed(organisation, id, secret))
                .param(organisation.value())
                .param(id)
                .update();
    }

    /** With all that was sent to it, or waits. */
    boolean delete(OrganisationId organisation, UUID id) {
        jdbc.sql("DELETE FROM webhook_delivery WHERE organisation_id = ? AND endpoint_id = ?")
                .param(organisation.value())
                .param(id)
                .update();
        int deleted = jdbc.sql("DELETE FROM webhook_endpoint WHERE organisation_id = ? AND id = ?")
                .param(organisation.value())
                .param(id)
                .update();
        tell(organisation);
        return deleted > 0;
    }

    private void tell(OrganisationId organisation) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    private byte[] sealed(OrganisationId organisation, UUID id, SigningSecret secret) {
        return vault.sealSecret(organisation, place(id), secret.key()).bytes();
    }

    /** Of the secret and the one before: that moves from one column to the other as it is. */
    static Place place(UUID endpoint) {
        return new Place("webhook_endpoint", "secret", endpoint);
    }

    private static String[] words(Set<HappeningKind> kinds) {
        return kinds.stream().sorted().map(HappeningKind::word).toArray(String[]::new);
    }

    private static WebhookEndpoint read(ResultSet row) throws SQLException {
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                row.getString("address"),
                kinds(row.getArray("kinds")),
                row.getBoolean("content"),
                row.getBoolean("enabled"),
                WebhookEndpoint.Off.of(row.getString("off_reason")),
                time(row, "off_at"),
                time(row, "failing_since"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    /** A word of another release is passed over. */
    private static Set<HappeningKind> kinds(Array column) throws SQLException {
        var kinds = EnumSet.noneOf(HappeningKind.class);
        for (var word : (String[]) column.getArray()) {
            HappeningKind.of(word).ifPresent(kinds::add);
        }
        return kinds;
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
