package com.qliento.secret;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets as rows, each sealed for its organisation and name. Runs inside a transaction of the organisation. */
@Component
class SecretStore {

    static final String TOPIC = "secret";

    private final JdbcClient jdbc;
    private final Vault vault;

    SecretStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Sets or replaces it, and tells all nodes when the transaction commits. */
    void save(OrganisationId organisation, SecretFacts facts, String value) {
        var locked = vault.sealSecret(organisation, place(facts.name()), value.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO secret (organisation_id, name, value, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id, name) DO UPDATE SET value = excluded.value,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param(organisation.value())
                .param(facts.name())
                .param(locked.bytes())
                .param(facts.changedAt().atOffset(ZoneOffset.UTC))
                .param(facts.changedBy())
                .update();
        tell(organisation);
    }

    /** Takes it out, and tells all nodes when the transaction commits; gives whether it was there. */
    boolean delete(OrganisationId organisation, String name) {
        int deleted = jdbc.sql("DELETE FROM secret WHERE organisation_id = ? AND name = ?")
                .param(organisation.value())
                .param(name)
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

    /** All, by name. */
    List<SecretFacts> all(OrganisationId organisation) {
        return jdbc.sql("SELECT name, changed_at, changed_by FROM secret WHERE organisation_id = ? ORDER BY name")
                .param(organisation.value())
                .query((row, n) -> new SecretFacts(
                        row.getString("name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    /** @throws com.qliento.vault.Unreadable when its key is lost or it was tampered with */
    Optional<SecretValue> find(OrganisationId organisation, String name) {
        return jdbc.sql("SELECT value FROM secret WHERE organisation_id = ? AND name = ?")
                .param(organisation.value())
                .param(name)
                .query((row, n) -> row.getBytes("value"))
                .optional()
                .map(locked -> new SecretValue(new String(
                        vault.openSecret(organisation, place(name), Sealed.of(locked)), StandardCharsets.UTF_8)));
    }

    /** Bound to the name: the value of one does not open as that of another. */
    private static Place place(String name) {
        return new Place("secret", "value", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
