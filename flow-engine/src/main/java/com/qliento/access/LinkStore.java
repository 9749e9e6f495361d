package com.qliento.access;

import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of links. Everything but whose an address is runs inside a transaction of the organisation. */
@Component
class LinkStore {

    private static final String SELECT = """
            SELECT l.*, p.state AS package_state
            FROM access_link l JOIN access_package p ON p.id = l.package_id
            """;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it is. */
    record Owned(OrganisationId organisation, UUID id) {}

    Optional<Owned> ofToken(byte[] token) {
        return jdbc.sql("SELECT * FROM access_link_of_token(?)")
                .param(token)
                .query((row, n) -> new Owned(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .optional();
    }

    /** A new one. */
    record Row(UUID id, UUID packageId, byte[] token, byte[] code, String by, Instant at, Instant ends, int downloads) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    void insert(OrganisationId organisation, Row row) {
        jdbc.sql("""
                        INSERT INTO access_link (id, package_id, organisation_id, token, code, made_by, made_at, ends_at,
                          most_downloads) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(row.id(), row.packageId(), organisation.value(), row.token(), row.code(), row.by())
                .params(row.at().atOffset(ZoneOffset.UTC), row.ends().atOffset(ZoneOffset.UTC), row.downloads())
                .update();
    }

    /** Those of a package, the newest first. */
    List<PackageLink> of(UUID packageId, Instant now) {
        return jdbc.sql(SELECT + "WHERE l.package_id = ? ORDER BY l.id DESC")
                .param(packageId)
                .query((row, n) -> read(row, uses(row.getObject("id", UUID.class)), now))
                .list();
    }

    Optional<PackageLink> find(UUID id, Instant now) {
        return jdbc.sql(SELECT + "WHERE l.id = ?")
                .param(id)
                .query((row, n) -> read(row, uses(id), now))
                .optional();
    }

    /** The same, and whoever comes next waits until this transaction is over. */
    Optional<PackageLink> locked(UUID id, Instant now) {
        boolean there = jdbc.sql("SELECT id FROM access_link WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
        return there ? find(id, now) : Optional.empty();
    }

    byte[] code(UUID id) {
        return jdbc.sql("SELECT code FROM access_link WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private List<PackageLink.Use> uses(UUID link) {
        return jdbc.sql("SELECT used_at, right_code FROM access_link_use WHERE link_id = ? ORDER BY used_at, id")
                .param(link)
                .query((row, n) -> new PackageLink.Use(instant(row, "used_at"), row.getBoolean("right_code")))
                .list();
    }

    void used(OrganisationId organisation, UUID link, UUID use, boolean rightCode, Instant at) {
        jdbc.sql("""
                        INSERT INTO access_link_use (id, link_id, organisation_id, right_code, used_at) VALUES (?, ?, ?, ?, ?)
                        """)
                .params(use, link, organisation.value(), rightCode, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counted and not noted one by one: there is no end to them. */
    void cameLate(UUID link) {
        jdbc.sql("UPDATE access_link SET late = least(late + 1, 1000000) WHERE id = ?")
                .param(link)
                .update();
    }

    void end(UUID link, Instant at) {
        jdbc.sql("UPDATE access_link SET ended_at = coalesce(ended_at, ?) WHERE id = ?")
                .params(at.atOffset(ZoneOffset.UTC), link)
                .update();
    }

    private static PackageLink read(ResultSet row, List<PackageLink.Use> uses, Instant now) throws SQLException {
        var ends = instant(row, "ends_at");
        boolean inTime = row.getString("package_state").equals("ready") && now.isBefore(ends);
        int most = row.getInt("most_downloads");
        return new PackageLink(
                row.getObject("id", UUID.class),
                row.getObject("package_id", UUID.class),
                PackageLink.State.of(row.getObject("ended_at") != null, inTime, most, uses),
                row.getString("made_by"),
                instant(row, "made_at"),
                ends,
                most,
                uses,
                row.getInt("late"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
