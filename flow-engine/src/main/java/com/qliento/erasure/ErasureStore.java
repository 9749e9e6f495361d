package com.qliento.erasure;

import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of erasures. Everything but what is due runs inside a transaction of the organisation. */
@Component
class ErasureStore {

    private static final String SELECT = "SELECT * FROM erasure WHERE organisation_id = ?";

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody asked; false when one of this person is open already. */
    boolean ask(OrganisationId organisation, UUID id, UUID contact, String by, Instant at) {
        return jdbc.sql("""
                                INSERT INTO erasure (id, organisation_id, contact_id, state, asked_by, asked_at)
                                VALUES (?, ?, ?, 'asked', ?, ?)
                                ON CONFLICT (contact_id) WHERE state IN ('asked', 'running') DO NOTHING
                                """)
                        .params(id, organisation.value(), contact, by, time(at))
                        .update()
                > 0;
    }

    /** Of somebody who was erased before; nothing when it is open already. */
    void again(OrganisationId organisation, UUID id, UUID contact, Instant at) {
        jdbc.sql("""
                        INSERT INTO erasure (id, organisation_id, contact_id, state, asked_by, asked_at, again, due_at)
                        VALUES (?, ?, ?, 'running', '', ?, true, ?)
                        ON CONFLICT (contact_id) WHERE state IN ('asked', 'running') DO UPDATE
                        SET state = 'running', again = true, due_at = excluded.due_at WHERE erasure.state = 'asked'
                        """)
                .params(id, organisation.value(), contact, time(at), time(at))
                .update();
    }

    /** It begins; false when it is not asked for any more. */
    boolean approve(UUID id, String by, Instant at) {
        return jdbc.sql("""
                                UPDATE erasure SET state = 'running', approved_by = ?, approved_at = ?, due_at = ?
                                WHERE id = ? AND state = 'asked'
                                """).params(by, time(at), time(at), id).update() > 0;
    }

    boolean withdraw(UUID id) {
        return jdbc.sql("UPDATE erasure SET state = 'withdrawn' WHERE id = ? AND state = 'asked'")
                        .param(id)
                        .update()
                > 0;
    }

    Optional<Erasure> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(SELECT + " AND id = ?")
                .params(organisation.value(), id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one of this person that is asked for or being done. */
    Optional<Erasure> open(OrganisationId organisation, UUID contact) {
        return jdbc.sql(SELECT + " AND contact_id = ? AND state IN ('asked', 'running')")
                .params(organisation.value(), contact)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those of these people, the oldest first. */
    List<Erasure> of(Family family) {
        return jdbc.sql(SELECT + " AND contact_id = ANY (?::uuid[]) ORDER BY id")
                .param(family.organisation().value())
                .param(family.ids())
                .query((row, n) -> read(row))
                .list();
    }

    /** The newest first, after this one; null begins. */
    List<Erasure> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc.sql(SELECT + " AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?")
                .params(organisation.value(), after, after, size)
                .query((row, n) -> read(row))
                .list();
    }

    /** Some of them, the newest first. */
    List<Erasure> slice(OrganisationId organisation, Slice slice) {
        return jdbc.sql(SELECT + " ORDER BY id DESC OFFSET ? LIMIT ?")
                .params(organisation.value(), slice.offset(), slice.size())
                .query((row, n) -> read(row))
                .list();
    }

    int count(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM erasure WHERE organisation_id = ?")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** One that is due. */
    record Due(OrganisationId organisation, UUID id) {}

    /** Those that no other living node is at. */
    List<Due> due(Instant now, int node, int atMost) {
        return jdbc.sql("SELECT * FROM erasure_due(?, ?, ?)")
                .params(time(now), node, atMost)
                .query((row, n) -> new Due(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes it for this node, unless a living one has it or it is not due. */
    Optional<Work> claim(OrganisationId organisation, UUID id, int node, Instant now) {
        return jdbc.sql("""
                        UPDATE erasure SET node = ?, attempts = attempts + 1
                        WHERE id = ? AND state = 'running' AND due_at <= ?
                          AND (node IS NULL OR node = ? OR node <> ALL (ARRAY(SELECT outbox_living_nodes())))
                        RETURNING *
                        """)
                .params(node, id, time(now), node)
                .query((row, n) -> work(organisation, row))
                .optional();
    }

    /** What is to be done. */
    record Work(
            UUID id,
            OrganisationId organisation,
            UUID contact,
            Erasure.Step step,
            @Nullable Family family,
            @Nullable Instant stoppedAt,
            @Nullable Instant keysAt,
            @Nullable UUID entry) {

        Family known() {
            if (family == null) {
                throw new IllegalStateException("the erasure does not know yet whose it is");
            }
            return family;
        }
    }

    private static Work work(OrganisationId organisation, ResultSet row) throws SQLException {
        var family = row.getArray("family");
        return new Work(
                row.getObject("id", UUID.class),
                organisation,
                row.getObject("contact_id", UUID.class),
                Erasure.Step.of(row.getString("step")),
                family == null
                        ? null
                        : new Family(
                                organisation,
                                Arrays.stream((UUID[]) family.getArray())
                                        .map(SubjectId::new)
                                        .toList()),
                instant(row, "stopped_at"),
                instant(row, "keys_at"),
                row.getObject("entry_id", UUID.class));
    }

    /** The step is done: the next one at once. Nothing when another node was quicker. */
    void next(Work done, Erasure.Step next, Instant now) {
        jdbc.sql(
                        "UPDATE erasure SET step = ?, due_at = ?, attempts = 0 WHERE id = ? AND state = 'running' AND step = ?")
                .params(next.word(), time(now), done.id(), done.step().word())
                .update();
    }

    /** The same step again, then; on whichever node. */
    void waitUntil(Work work, Instant then) {
        jdbc.sql("UPDATE erasure SET due_at = ?, node = NULL WHERE id = ? AND step = ?")
                .params(time(then), work.id(), work.step().word())
                .update();
    }

    void stopped(UUID id, Family family, String counts, Instant at) {
        jdbc.sql("""
                        UPDATE erasure SET family = ?::uuid[], counted_before = coalesce(counted_before, ?::jsonb), stopped_at = ?
                        WHERE id = ?
                        """)
                .param(family.ids())
                .param(counts)
                .param(time(at))
                .param(id)
                .update();
    }

    /** When something was done for the first time. */
    void at(UUID id, String column, Instant at) {
        jdbc.sql("UPDATE erasure SET " + column + " = coalesce(" + column + ", ?) WHERE id = ?")
                .params(time(at), id)
                .update();
    }

    void checked(UUID id, String counts, int nodes, Instant at) {
        jdbc.sql("UPDATE erasure SET counted_after = ?::jsonb, nodes = ?, checked_at = ? WHERE id = ?")
                .params(counts, nodes, time(at), id)
                .update();
    }

    void noted(UUID id, UUID entry) {
        jdbc.sql("UPDATE erasure SET entry_id = ? WHERE id = ?")
                .params(entry, id)
                .update();
    }

    /** Whose it was nobody knows from now on. */
    void done(UUID id, Instant at) {
        jdbc.sql("""
                        UPDATE erasure SET state = 'done', done_at = ?, node = NULL, contact_id = NULL, family = NULL
                        WHERE id = ? AND state = 'running'
                        """).params(time(at), id).update();
    }

    /** All nodes are to forget; what they confirm is for this erasure. */
    void tellNodes(UUID id) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(ErasureWitness.TOPIC + ":" + id)
                .query((row, n) -> true)
                .single();
    }

    /** How many living nodes have not confirmed. */
    int unconfirmed(UUID id) {
        return jdbc.sql("""
                        SELECT count(*) FROM outbox_living_nodes() AS living (node)
                        WHERE node NOT IN (SELECT node FROM erasure_node WHERE erasure_id = ?)
                        """).param(id).query(Integer.class).single();
    }

    int confirmed(UUID id) {
        return jdbc.sql("SELECT count(*) FROM erasure_node WHERE erasure_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What is known of one that is done, for its certificate. */
    Facts facts(UUID id) {
        return jdbc.sql("SELECT * FROM erasure WHERE id = ?")
                .param(id)
                .query((row, n) -> new Facts(
                        row.getString("counted_before"),
                        row.getString("counted_after"),
                        row.getInt("nodes"),
                        instant(row, "stopped_at"),
                        instant(row, "checked_at")))
                .single();
    }

    /** Counts by table as they are kept, how many nodes confirmed, and when what was done. */
    record Facts(
            String before,
            String after,
            int nodes,
            @Nullable Instant stoppedAt,
            @Nullable Instant checkedAt) {}

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                Erasure.State.of(row.getString("state")),
                Erasure.Step.of(row.getString("step")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                row.getBoolean("again"),
                instant(row, "keys_at"),
                instant(row, "rows_at"),
                instant(row, "done_at"),
                row.getInt("attempts"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
