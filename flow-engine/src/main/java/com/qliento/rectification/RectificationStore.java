package com.qliento.rectification;

import com.qliento.organisation.OrganisationId;
import com.qliento.rectification.DisputeWords.Said;
import com.qliento.rectification.Rectification.State;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of corrections. Runs inside a transaction of the organisation. */
@Component
class RectificationStore {

    private static final String SELECT = "SELECT * FROM rectification WHERE organisation_id = ?";

    private final JdbcClient jdbc;
    private final DisputeWords words;

    RectificationStore(JdbcClient jdbc, DisputeWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** One to be. */
    record Asked(UUID id, UUID contact, PersonalField field, Said said, UUID restriction, String by, Instant at) {

        @Override
        public String toString() {
            return "Asked[" + id + "]";
        }
    }

    /** False when one of this field is open already. */
    boolean ask(OrganisationId organisation, Asked asked) {
        return jdbc.sql("""
                                INSERT INTO rectification (id, organisation_id, contact_id, field, answer, words, state,
                                  asked_by, asked_at, restriction_id) VALUES (?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?)
                                ON CONFLICT (contact_id, field, coalesce(answer, '')) WHERE state = 'asked' DO NOTHING
                                """)
                        .param(asked.id())
                        .param(organisation.value())
                        .param(asked.contact())
                        .param(asked.field().kind().word())
                        .param(asked.field().name())
                        .param(words.seal(organisation, asked.contact(), asked.id(), asked.said()))
                        .param(asked.by())
                        .param(time(asked.at()))
                        .param(asked.restriction())
                        .update()
                > 0;
    }

    /** The one of this field that is open. */
    Optional<UUID> open(Family family, PersonalField field) {
        return jdbc.sql("""
                        SELECT id FROM rectification WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                          AND field = ? AND answer IS NOT DISTINCT FROM ?::text AND state = 'asked' ORDER BY id LIMIT 1
                        """)
                .param(family.organisation().value())
                .param(family.ids())
                .param(field.kind().word())
                .param(field.name())
                .query(UUID.class)
                .optional();
    }

    /** It is decided; false when it is not open any more. */
    boolean decide(OrganisationId organisation, Rectification asked, Decision decision) {
        return jdbc.sql("""
                                UPDATE rectification SET state = ?, decided_by = ?, decided_at = ?, reason = ?
                                WHERE organisation_id = ? AND id = ? AND state = 'asked'
                                """)
                        .param(decision.state().word())
                        .param(decision.by())
                        .param(time(decision.at()))
                        .param(words.sealReason(organisation, asked.contact(), asked.id(), decision.reason()))
                        .param(organisation.value())
                        .param(asked.id())
                        .update()
                > 0;
    }

    /** How it was decided. */
    record Decision(State state, String by, Instant at, String reason) {

        @Override
        public String toString() {
            return "Decision[" + state + "]";
        }
    }

    /** Those of these people that are open end undecided. */
    void end(Family family) {
        jdbc.sql("""
                        UPDATE rectification SET state = 'ended'
                        WHERE organisation_id = ? AND contact_id = ANY (?::uuid[]) AND state = 'asked'
                        """).param(family.organisation().value()).param(family.ids()).update();
    }

    Optional<Rectification> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(SELECT + " AND id = ?")
                .params(organisation.value(), id)
                .query((row, n) -> read(organisation, row))
                .optional();
    }

    /** The newest first, after this one; null begins. */
    List<Rectification> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc.sql(SELECT + " AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?")
                .params(organisation.value(), after, after, size)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    /** All of these people, the oldest first. */
    List<Rectification> of(Family family) {
        return jdbc.sql(SELECT + " AND contact_id = ANY (?::uuid[]) ORDER BY id")
                .param(family.organisation().value())
                .param(family.ids())
                .query((row, n) -> read(family.organisation(), row))
                .list();
    }

    private Rectification read(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var said = words.open(organisation, id, row.getBytes("words"));
        return new Rectification(
                id,
                row.getObject("contact_id", UUID.class),
                row.getString("field"),
                row.getString("answer"),
                said.before(),
                said.proposed(),
                said.evidence(),
                State.of(row.getString("state")),
                row.getString("asked_by"),
                Objects.requireNonNull(instant(row, "asked_at")),
                row.getObject("restriction_id", UUID.class),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                words.openReason(organisation, id, row.getBytes("reason")),
                said.unreadable());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
