package com.qliento.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.organisation.OrganisationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of certificates. Runs inside a transaction of the organisation. */
@Component
class CertificateStore {

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is kept. */
    record Kept(UUID id, String envelope) {

        JsonNode content() {
            try {
                return CertificateEnvelope.open(envelope).content();
            } catch (IOException changed) {
                throw new UncheckedIOException(changed);
            }
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    void insert(OrganisationId organisation, UUID id, UUID erasure, String envelope, Instant at) {
        jdbc.sql("""
                        INSERT INTO erasure_certificate (id, organisation_id, erasure_id, envelope, made_at) VALUES (?, ?, ?, ?, ?)
                        """)
                .params(id, organisation.value(), erasure, envelope, ErasureStore.time(at))
                .update();
    }

    Optional<Kept> find(OrganisationId organisation, UUID id) {
        return jdbc.sql("SELECT id, envelope FROM erasure_certificate WHERE organisation_id = ? AND id = ?")
                .params(organisation.value(), id)
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), row.getString("envelope")))
                .optional();
    }

    Optional<Kept> latest(OrganisationId organisation, UUID erasure) {
        return jdbc.sql("""
                        SELECT id, envelope FROM erasure_certificate WHERE organisation_id = ? AND erasure_id = ?
                        ORDER BY id DESC LIMIT 1
                        """)
                .params(organisation.value(), erasure)
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), row.getString("envelope")))
                .optional();
    }

    /** Ids of those of an erasure, the latest first. */
    List<UUID> of(OrganisationId organisation, UUID erasure) {
        return jdbc.sql("""
                        SELECT id FROM erasure_certificate WHERE organisation_id = ? AND erasure_id = ? ORDER BY id DESC
                        """)
                .params(organisation.value(), erasure)
                .query(UUID.class)
                .list();
    }
}
