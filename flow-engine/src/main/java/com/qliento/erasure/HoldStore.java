package com.qliento.erasure;

import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of holds and of what they hold. Everything but what is over runs inside a transaction of the organisation. */
@Component
class HoldStore {

    private static final String SELECT = """
            SELECT h.*, (SELECT count(*) FROM erasure_held k WHERE k.hold_id = h.id) AS held
            FROM erasure_hold h WHERE h.organisation_id = ?
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    HoldStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(OrganisationId organisation, Hold hold) {
        var reason = vault.sealKept(
                organisation,
                new SubjectId(hold.id()),
                place(hold.id()),
                String.valueOf(hold.reason()).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO erasure_hold (id, organisation_id, contact_id, kinds, from_at, until_at, basis, reason, ends_at,
                          made_by, made_at) VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(hold.id())
                .param(organisation.value())
                .param(hold.contact())
                .param(Texts.of(hold.kinds()))
                .param(hold.from() == null ? null : ErasureStore.time(hold.from()))
                .param(hold.until() == null ? null : ErasureStore.time(hold.until()))
                .param(hold.basis().word())
                .param(reason.bytes())
                .param(ErasureStore.time(hold.endsAt()))
                .param(hold.madeBy())
                .param(ErasureStore.time(hold.madeAt()))
                .update();
    }

    Optional<Hold> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(SELECT + " AND h.id = ?")
                .params(organisation.value(), id)
                .query((row, n) -> read(organisation, row))
                .optional();
    }

    /** The newest first, after this one; null begins. */
    List<Hold> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc.sql(SELECT + " AND (?::uuid IS NULL OR h.id < ?) ORDER BY h.id DESC LIMIT ?")
                .params(organisation.value(), after, after, size)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    /** Those of these people that have not ended. */
    List<Hold> holding(Family family, Instant now) {
        return jdbc.sql(SELECT
                        + " AND h.contact_id = ANY (?::uuid[]) AND h.ended_at IS NULL AND h.ends_at > ? ORDER BY h.id")
                .param(family.organisation().value())
                .param(family.ids())
                .param(ErasureStore.time(now))
                .query((row, n) -> read(family.organisation(), row))
                .list();
    }

    /** All of these people, the oldest first. */
    List<Hold> of(Family family) {
        return jdbc.sql(SELECT + " AND h.contact_id = ANY (?::uuid[]) ORDER BY h.id")
                .param(family.organisation().value())
                .param(family.ids())
                .query((row, n) -> read(family.organisation(), row))
                .list();
    }

    /** Those that held something of an erasure, the oldest first. */
    List<Hold> ofErasure(OrganisationId organisation, UUID erasure) {
        return jdbc.sql(SELECT + " AND h.erasure_id = ? ORDER BY h.id")
                .params(organisation.value(), erasure)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    /** Those of these people that have not ended are this erasure's. */
    void isOf(Family family, UUID erasure) {
        jdbc.sql("UPDATE erasure_hold SET erasure_id = ? WHERE contact_id = ANY (?::uuid[]) AND ended_at IS NULL")
                .param(erasure)
                .param(family.ids())
                .update();
    }

    void copy(OrganisationId organisation, UUID hold, UUID id, String kind, byte[] sealed) {
        jdbc.sql("""
                        INSERT INTO erasure_held (id, hold_id, organisation_id, kind, content) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """).params(id, hold, organisation.value(), kind, sealed).update();
    }

    /** Whose it was nobody knows from now on. */
    void forget(Family family) {
        jdbc.sql("UPDATE erasure_hold SET contact_id = NULL WHERE contact_id = ANY (?::uuid[])")
                .param(family.ids())
                .update();
    }

    /** One whose time is over. */
    record Over(OrganisationId organisation, UUID id) {}

    List<Over> over(Instant now, int atMost) {
        return jdbc.sql("SELECT * FROM erasure_holds_over(?, ?)")
                .params(ErasureStore.time(now), atMost)
                .query((row, n) -> new Over(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list();
    }

    /** It holds nothing any more; gives the erasure whose exception it was, empty when it had ended already or was none. */
    Optional<UUID> end(UUID id, @Nullable String by, Instant at) {
        jdbc.sql("DELETE FROM erasure_held WHERE hold_id = ?").param(id).update();
        return jdbc
                .sql("""
                        UPDATE erasure_hold SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL RETURNING erasure_id
                        """)
                .params(ErasureStore.time(at), by, id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Hold read(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Hold(
                id,
                row.getObject("contact_id", UUID.class),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                ErasureStore.instant(row, "from_at"),
                ErasureStore.instant(row, "until_at"),
                Hold.Basis.of(row.getString("basis")).orElseThrow(),
                reason(organisation, id, row.getBytes("reason")),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_by"),
                ErasureStore.instant(row, "ended_at"),
                row.getLong("held"));
    }

    private @Nullable String reason(OrganisationId organisation, UUID id, byte[] sealed) {
        try {
            return new String(vault.openKept(organisation, place(id), Sealed.of(sealed)), StandardCharsets.UTF_8);
        } catch (Unreadable ended) {
            return null;
        }
    }

    private static Place place(UUID id) {
        return new Place("erasure_hold", "reason", id);
    }
}
