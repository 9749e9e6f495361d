package com.qliento.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of triggers. Everything but whose an address is runs inside a transaction of the organisation. */
@Component
class TriggerStore {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    TriggerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A trigger, and whose it is. */
    record Owned(OrganisationId organisation, Trigger trigger) {}

    /** What the address of this token leads to; asked for before any organisation is known. */
    Optional<Owned> ofToken(byte[] token) {
        return jdbc.sql("SELECT * FROM flow_trigger_of_token(?)")
                .param(token)
                .query((row, n) ->
                        new Owned(new OrganisationId(row.getObject("organisation_id", UUID.class)), read(row)))
                .optional();
    }

    List<Trigger> all() {
        return jdbc.sql("SELECT * FROM flow_trigger ORDER BY name, id")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Trigger> find(UUID id) {
        return jdbc.sql("SELECT * FROM flow_trigger WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(OrganisationId organisation, Trigger trigger, byte[] token) {
        jdbc.sql("""
                        INSERT INTO flow_trigger (id, organisation_id, token, name, flow_key, phone_at, values_at, proof,
                          when_busy, changed_at, changed_by)
                        VALUES (?, ?, ?, '', '', NULL, '{}', 'none', 'wait', ?, '')
                        """)
                .param(trigger.id())
                .param(organisation.value())
                .param(token)
                .param(trigger.changedAt().atOffset(ZoneOffset.UTC))
                .update();
        update(trigger);
    }

    void update(Trigger trigger) {
        jdbc.sql("""
                        UPDATE flow_trigger SET name = ?, flow_key = ?, channel_id = ?, proof = ?, proof_header = ?, secret = ?,
                          phone_at = ?, reference_at = ?, values_at = ?::jsonb, when_busy = ?, answers = ?, per_minute = ?,
                          enabled = ?, changed_at = ?, changed_by = ?
                        WHERE id = ?
                        """)
                .param(trigger.name())
                .param(trigger.flowKey())
                .param(trigger.channel())
                .param(trigger.proof().kind().column())
                .param(trigger.proof().header())
                .param(trigger.proof().secret())
                .param(trigger.mapping().phone())
                .param(trigger.mapping().reference())
                .param(text(trigger.mapping().values()))
                .param(trigger.whenBusy().name().toLowerCase(Locale.ROOT))
                .param(trigger.answers().column())
                .param(trigger.perMinute())
                .param(trigger.enabled())
                .param(trigger.changedAt().atOffset(ZoneOffset.UTC))
                .param(trigger.changedBy())
                .param(trigger.id())
                .update();
    }

    void renew(UUID id, byte[] token) {
        jdbc.sql("UPDATE flow_trigger SET token = ? WHERE id = ?")
                .param(token)
                .param(id)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM flow_trigger WHERE id = ?").param(id).update() > 0;
    }

    /**
     * A delivery as it is kept.
     *
     * @param dedupe by which a second one of the same is known
     * @param content sealed
     */
    record Kept(UUID trigger, byte[] dedupe, byte[] content, HookDelivery facts) {

        @Override
        public String toString() {
            return "Kept[" + facts.id() + "]";
        }
    }

    /** Keeps it unless the same was kept that day; says whether it was. */
    boolean keep(OrganisationId organisation, Kept delivery) {
        var at = delivery.facts().at().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                                INSERT INTO flow_trigger_delivery (day, id, organisation_id, trigger_id, dedupe, content,
                                  outcome, start_id, recorded_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .param(at.toLocalDate())
                        .param(delivery.facts().id())
                        .param(organisation.value())
                        .param(delivery.trigger())
                        .param(delivery.dedupe())
                        .param(delivery.content())
                        .param(delivery.facts().outcome())
                        .param(delivery.facts().start())
                        .param(at)
                        .update()
                > 0;
    }

    /** One that was taken on this day or the day before, and is the same. */
    Optional<HookDelivery> same(UUID trigger, byte[] dedupe, LocalDate day) {
        return jdbc.sql("""
                        SELECT id, outcome, start_id, recorded_at FROM flow_trigger_delivery
                        WHERE day IN (?, ?) AND trigger_id = ? AND dedupe = ?
                          AND outcome IN (?, ?, ?)
                        """)
                .param(day)
                .param(day.minusDays(1))
                .param(trigger)
                .param(dedupe)
                .param(HookDelivery.STARTED)
                .param(HookDelivery.TOLD)
                .param(HookDelivery.NOBODY_WAITS)
                .query((row, n) -> delivery(row))
                .optional();
    }

    List<HookDelivery> deliveries(UUID trigger, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        SELECT id, outcome, start_id, recorded_at FROM flow_trigger_delivery
                        WHERE trigger_id = ? AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
                        """)
                .param(trigger)
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> delivery(row))
                .list();
    }

    /** Some of them, newest first. */
    List<HookDelivery> slice(OrganisationId organisation, UUID trigger, Slice slice) {
        return jdbc.sql("""
                        SELECT id, outcome, start_id, recorded_at FROM flow_trigger_delivery
                        WHERE organisation_id = ? AND trigger_id = ? ORDER BY id DESC OFFSET ? LIMIT ?
                        """)
                .param(organisation.value())
                .param(trigger)
                .param(slice.offset())
                .param(slice.size())
                .query((row, n) -> delivery(row))
                .list();
    }

    int count(OrganisationId organisation, UUID trigger) {
        return jdbc.sql("SELECT count(*) FROM flow_trigger_delivery WHERE organisation_id = ? AND trigger_id = ?")
                .param(organisation.value())
                .param(trigger)
                .query(Integer.class)
                .single();
    }

    /** The newest of each trigger that something came to. */
    Map<UUID, HookDelivery> latest(OrganisationId organisation) {
        var latest = new HashMap<UUID, HookDelivery>();
        jdbc.sql("""
                        SELECT t.id AS trigger, d.id, d.outcome, d.start_id, d.recorded_at
                        FROM flow_trigger t CROSS JOIN LATERAL (
                          SELECT id, outcome, start_id, recorded_at FROM flow_trigger_delivery
                          WHERE organisation_id = t.organisation_id AND trigger_id = t.id ORDER BY id DESC LIMIT 1) d
                        WHERE t.organisation_id = ?
                        """).param(organisation.value()).query(row -> {
            latest.put(row.getObject("trigger", UUID.class), delivery(row));
        });
        return latest;
    }

    Optional<byte[]> content(UUID trigger, UUID delivery, LocalDate day) {
        return jdbc.sql("SELECT content FROM flow_trigger_delivery WHERE day = ? AND id = ? AND trigger_id = ?")
                .param(day)
                .param(delivery)
                .param(trigger)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    private static HookDelivery delivery(ResultSet row) throws SQLException {
        return new HookDelivery(
                row.getObject("id", UUID.class),
                row.getString("outcome"),
                row.getObject("start_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private Trigger read(ResultSet row) throws SQLException {
        return new Trigger(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("flow_key"),
                row.getObject("channel_id", UUID.class),
                new Proof(
                        Proof.Kind.of(row.getString("proof")), row.getString("proof_header"), row.getString("secret")),
                new Mapping(
                        row.getString("phone_at"), row.getString("reference_at"), values(row.getString("values_at"))),
                WhenBusy.valueOf(row.getString("when_busy").toUpperCase(Locale.ROOT)),
                Trigger.Answers.of(row.getString("answers")),
                row.getInt("per_minute"),
                row.getBoolean("enabled"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private Map<String, String> values(String column) {
        try {
            return json.readValue(column, VALUES);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a trigger's values are not readable", notOurs);
        }
    }

    private String text(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
