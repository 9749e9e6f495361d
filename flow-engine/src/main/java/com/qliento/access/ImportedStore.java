package com.qliento.access;

import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what people brought with them. Everything but {@link #end} runs inside a transaction of the organisation. */
@Component
class ImportedStore {

    private final JdbcClient jdbc;

    ImportedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that was brought, sealed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID id, UUID contact, String kind, Instant received, Instant imported, byte[] content) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** False when it is there already. */
    boolean insert(OrganisationId organisation, ContactId contact, Row row) {
        return jdbc.sql("""
                                INSERT INTO access_imported (id, organisation_id, contact_id, kind, received_at, imported_at, content)
                                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(row.id(), organisation.value(), contact.value(), row.kind())
                        .params(
                                row.received().atOffset(ZoneOffset.UTC),
                                row.imported().atOffset(ZoneOffset.UTC))
                        .param(row.content())
                        .update()
                > 0;
    }

    /** A page of what these contacts brought, after this one, the oldest first. */
    List<Row> of(UUID[] contacts, @Nullable Row after, int size) {
        var from = after == null ? Instant.EPOCH : after.received();
        return jdbc.sql("""
                        SELECT * FROM access_imported WHERE contact_id = ANY (?::uuid[]) AND (received_at, id) > (?, ?)
                        ORDER BY received_at, id LIMIT ?
                        """)
                .param(contacts)
                .params(from.atOffset(ZoneOffset.UTC), after == null ? new UUID(0, 0) : after.id(), size)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("contact_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("content")))
                .list();
    }

    /** Deletes some of what was received before, of all organisations; gives how many. */
    int end(Instant before, int atMost) {
        return jdbc.sql("SELECT access_imported_end(?, ?)")
                .params(before.atOffset(ZoneOffset.UTC), atMost)
                .query(Integer.class)
                .single();
    }
}
