package com.qliento.consent;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of restrictions and objections, which are only added to. Runs inside a transaction of the organisation. */
@Component
class LimitStore {

    private static final String REASON = "reason";
    private static final String SELECT = """
            SELECT l.*, u.id AS lift_id, u.at AS lifted_at, u.by_name AS lifted_by, u.reason AS lift_reason
            FROM consent_limit l LEFT JOIN consent_limit u ON u.lifts = l.id
            WHERE l.contact_id = ANY (?::uuid[]) AND l.kind = ? AND l.lifts IS NULL ORDER BY l.at DESC, l.id DESC
            """;

    /** What kind of limit. */
    enum Kind {
        RESTRICTION,
        OBJECTION;

        String code() {
            return Purpose.word(this);
        }
    }

    private final JdbcClient jdbc;
    private final ConsentSeal seal;

    LimitStore(JdbcClient jdbc, ConsentSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * A row to be.
     *
     * @param lifts the one that ends with it; null for one that begins
     * @param apart whether it is lifted alone
     */
    record NewLimit(
            UUID contact,
            Kind kind,
            @Nullable Purpose purpose,
            @Nullable UUID lifts,
            boolean apart,
            String by,
            String reason) {

        @Override
        public String toString() {
            return "NewLimit[" + kind + "]";
        }
    }

    UUID insert(OrganisationId organisation, NewLimit limit, Instant now) {
        var id = TimeOrderedId.at(now);
        jdbc.sql("""
                        INSERT INTO consent_limit (id, organisation_id, contact_id, kind, purpose, lifts, apart, at, by_name, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(organisation.value())
                .param(limit.contact())
                .param(limit.kind().code())
                .param(limit.purpose() == null ? null : limit.purpose().code())
                .param(limit.lifts())
                .param(limit.apart())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(limit.by())
                .param(seal.seal(organisation, limit.contact(), place(id), Map.of(REASON, limit.reason())))
                .update();
        return id;
    }

    /** Of these contacts, the newest first, also those that were lifted. */
    List<PersonLimit> of(OrganisationId organisation, UUID[] contacts, Kind kind) {
        return jdbc.sql(SELECT)
                .param(contacts)
                .param(kind.code())
                .query((row, n) -> read(organisation, row))
                .list();
    }

    private PersonLimit read(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var lift = row.getObject("lift_id", UUID.class);
        return new PersonLimit(
                id,
                row.getString("purpose"),
                row.getBoolean("apart"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                reason(organisation, id, row.getBytes("reason")),
                lift == null
                        ? null
                        : row.getObject("lifted_at", OffsetDateTime.class).toInstant(),
                row.getString("lifted_by"),
                lift == null ? null : reason(organisation, lift, row.getBytes("lift_reason")));
    }

    private @Nullable String reason(OrganisationId organisation, UUID id, byte[] sealed) {
        return seal.open(organisation, place(id), sealed).words().get(REASON);
    }

    private static Place place(UUID id) {
        return new Place("consent_limit", "reason", id);
    }
}
