package com.qliento.access;

import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of packages. Everything but what has ended runs inside a transaction of the organisation. */
@Component
class PackageStore {

    private static final String SELECT = """
            SELECT p.*, (SELECT count(*) FROM access_package_taken t WHERE t.package_id = p.id) AS taken
            FROM access_package p WHERE p.organisation_id = ?
            """;

    private final JdbcClient jdbc;

    PackageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that one is to be made; false when one of this person is being made already. */
    boolean insert(OrganisationId organisation, AccessPackage wanted) {
        return jdbc.sql("""
                                INSERT INTO access_package (id, organisation_id, contact_id, language, asked_by, asked_at)
                                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (contact_id) WHERE state = 'making' DO NOTHING
                                """)
                        .param(wanted.id())
                        .param(organisation.value())
                        .param(wanted.contact())
                        .param(wanted.language())
                        .param(wanted.askedBy())
                        .param(wanted.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<AccessPackage> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(SELECT + " AND p.id = ?")
                .param(organisation.value())
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one of this person that is being made. */
    Optional<AccessPackage> making(OrganisationId organisation, UUID contact) {
        return jdbc.sql(SELECT + " AND p.contact_id = ? AND p.state = 'making'")
                .param(organisation.value())
                .param(contact)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those of these contacts, the oldest first. */
    List<AccessPackage> of(OrganisationId organisation, UUID... contacts) {
        return jdbc.sql(SELECT + " AND p.contact_id = ANY (?::uuid[]) ORDER BY p.id")
                .param(organisation.value())
                .param(contacts)
                .query((row, n) -> read(row))
                .list();
    }

    /** The newest first, after this one; null begins. */
    List<AccessPackage> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc.sql(SELECT + " AND (?::uuid IS NULL OR p.id < ?) ORDER BY p.id DESC LIMIT ?")
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> read(row))
                .list();
    }

    /** Some of them, the newest first. */
    List<AccessPackage> slice(OrganisationId organisation, Slice slice) {
        return jdbc.sql(SELECT + " ORDER BY p.id DESC OFFSET ? LIMIT ?")
                .param(organisation.value())
                .param(slice.offset())
                .param(slice.size())
                .query((row, n) -> read(row))
                .list();
    }

    int count(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM access_package WHERE organisation_id = ?")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** Nothing happens when it is not to be made any more. */
    void insertPart(OrganisationId organisation, UUID id, int part, byte[] content) {
        jdbc.sql("""
                        INSERT INTO access_package_part (package_id, part, organisation_id, content)
                        SELECT p.id, ?, ?, ? FROM access_package p WHERE p.id = ? AND p.state = 'making' FOR SHARE
                        """)
                .param(part)
                .param(organisation.value())
                .param(content)
                .param(id)
                .update();
    }

    void deleteParts(UUID id) {
        jdbc.sql("DELETE FROM access_package_part WHERE package_id = ?")
                .param(id)
                .update();
    }

    /** One of its pieces, counted from 0; empty behind the last. */
    Optional<byte[]> part(UUID id, int part) {
        return jdbc.sql("SELECT content FROM access_package_part WHERE package_id = ? AND part = ?")
                .param(id)
                .param(part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** It was made; false when it was not being made any more. */
    boolean made(UUID id, Made made, Instant at, Instant until) {
        return jdbc.sql("""
                                UPDATE access_package SET state = 'ready', made_at = ?, ends_at = ?, records = ?, unreadable = ?,
                                  bytes = ? WHERE id = ? AND state = 'making'
                                """)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(until.atOffset(ZoneOffset.UTC))
                        .param(made.records())
                        .param(made.unreadable())
                        .param(made.bytes())
                        .param(id)
                        .update()
                > 0;
    }

    /** What was made. */
    record Made(int records, int unreadable, long bytes) {}

    /** It is over. */
    void over(UUID id) {
        jdbc.sql("UPDATE access_package SET state = 'over' WHERE id = ?")
                .param(id)
                .update();
    }

    /** Its key is destroyed, and nothing is left of what it locked. */
    void forgotten(UUID id) {
        jdbc.sql("UPDATE access_package SET key_ended = true WHERE id = ?")
                .param(id)
                .update();
    }

    void taken(OrganisationId organisation, UUID id, UUID taking, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO access_package_taken (id, package_id, organisation_id, taken_by, taken_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(taking)
                .param(id)
                .param(organisation.value())
                .param(by)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One that nobody can take any more. */
    record Ended(OrganisationId organisation, UUID id, boolean failed) {}

    /** Those whose time is over, and those that can't be taken and whose key is there still, of all organisations. */
    List<Ended> ended(Instant now, int atMost) {
        return jdbc.sql("SELECT * FROM access_package_ended(?, ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(atMost)
                .query((row, n) -> new Ended(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getBoolean("failed")))
                .list();
    }

    private static AccessPackage read(ResultSet row) throws SQLException {
        return new AccessPackage(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("language"),
                AccessPackage.State.of(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "made_at"),
                instant(row, "ends_at"),
                row.getObject("records", Integer.class),
                row.getObject("unreadable", Integer.class),
                row.getObject("bytes", Long.class),
                row.getString("failure"),
                row.getInt("taken"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
