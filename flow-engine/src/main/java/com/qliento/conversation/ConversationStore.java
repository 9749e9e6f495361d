package com.qliento.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.offer.OnOffer;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of conversations and their traces. */
@Component
class ConversationStore {

    private static final TypeReference<Map<String, SealedAnswer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    ConversationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a step as the first statement of its transaction: enters the organisation and locks the lane's conversation
     * until the transaction ends, making it when it is new.
     */
    void lock(RoundTrip trip, Lane lane, Instant now, Consumer<Conversation> locked) {
        trip.query(
                row -> locked.accept(read(row)),
                "SELECT * FROM conversation_lock(?, ?, ?, ?, ?)",
                lane.organisation().value(),
                lane.channel(),
                lane.contact(),
                TimeOrderedId.at(now),
                now.atOffset(ZoneOffset.UTC));
    }

    /** Locks a conversation of the organisation that the transaction is in; empty when there is none. */
    Optional<Conversation> lock(UUID id) {
        return jdbc.sql("SELECT * FROM conversation WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The conversations of these contacts on a channel, locked, the one that was active last first. */
    List<Conversation> lockOf(UUID channel, UUID one, UUID other) {
        return jdbc.sql("""
                        SELECT * FROM conversation WHERE channel_id = ? AND contact_id IN (?, ?)
                        ORDER BY state = 'free', last_step_at DESC FOR UPDATE
                        """)
                .param(channel)
                .param(one)
                .param(other)
                .query((row, n) -> read(row))
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM conversation WHERE id = ?").param(id).update();
    }

    /** The conversation is this contact's from now on, who may be written to freely until then if not for longer. */
    void give(UUID id, UUID contact, Instant windowUntil) {
        jdbc.sql("UPDATE conversation SET contact_id = ?, window_until = greatest(window_until, ?) WHERE id = ?")
                .param(contact)
                .param(windowUntil.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    /** From now on replies go to the address the contact has. */
    void moved(UUID channel, UUID contact) {
        jdbc.sql("UPDATE conversation SET moved = true WHERE channel_id = ? AND contact_id = ?")
                .param(channel)
                .param(contact)
                .update();
    }

    /** Writes a step's end: the conversation's row and one row of trace. */
    void save(RoundTrip trip, Step step) {
        var position = step.position();
        var id = step.conversation().id();
        var now = step.now().atOffset(ZoneOffset.UTC);
        trace(trip, step, now);
        trip.update(
                """
                UPDATE conversation SET state = ?, flow_key = ?, definition_id = ?, instance_id = ?, execution_id = ?,
                  call_id = ?, element = ?, stands_at = CASE WHEN ?::text IS NOT NULL THEN coalesce(?::text, stands_at) END,
                  attempts = ?, answers = coalesce(?::jsonb, answers), window_until = ?,
                  fallback_until = ?, on_offer = ?, last_step_at = ?
                WHERE id = ?""",
                position.state().column(),
                position.flowKey(),
                position.definitionId(),
                position.instanceId(),
                position.executionId(),
                position.callId(),
                position.element(),
                position.flowKey(),
                Visit.last(step.path()),
                position.wrongAnswers(),
                step.answers().changed() ? answers(step) : null,
                step.windowUntil().atOffset(ZoneOffset.UTC),
                offset(step.fallbackUntil()),
                column(step.onOffer()),
                now,
                id);
    }

    /** Writes the end of a run: its trace stays, its row goes. */
    void close(RoundTrip trip, Step step) {
        trace(trip, step, step.now().atOffset(ZoneOffset.UTC));
        trip.update("DELETE FROM conversation WHERE id = ?", step.conversation().id());
    }

    private static void trace(RoundTrip trip, Step step, OffsetDateTime now) {
        var position = step.position();
        var before = step.conversation().position();
        trip.update(
                """
                INSERT INTO conversation_trace (day, conversation_id, organisation_id, instance_id, definition_id, path,
                  recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                now.toLocalDate(),
                step.conversation().id(),
                step.conversation().lane().organisation().value(),
                position.instanceId() != null ? position.instanceId() : before.instanceId(),
                step.definitionId(),
                step.path().toArray(String[]::new),
                now);
    }

    private String answers(Step step) {
        try {
            return json.writeValueAsString(step.answers().sealed());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String column(@Nullable OnOffer offer) {
        return offer == null ? null : offer.column();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private Conversation read(ResultSet row) throws SQLException {
        var fallback = row.getObject("fallback_until", OffsetDateTime.class);
        return new Conversation(
                row.getObject("id", UUID.class),
                new Lane(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("channel_id", UUID.class),
                        row.getObject("contact_id", UUID.class)),
                new FlowPosition(
                        FlowPosition.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("flow_key"),
                        row.getString("definition_id"),
                        row.getString("instance_id"),
                        row.getString("execution_id"),
                        row.getString("element"),
                        row.getInt("attempts"),
                        row.getObject("call_id", UUID.class)),
                parse(row.getString("answers")),
                row.getObject("window_until", OffsetDateTime.class).toInstant(),
                fallback == null ? null : fallback.toInstant(),
                OnOffer.read(row.getString("on_offer")),
                row.getBoolean("moved"));
    }

    private Map<String, SealedAnswer> parse(String answers) {
        if (answers.length() <= 2) {
            return Map.of();
        }
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("answers are not readable", notOurs);
        }
    }

    Optional<Instant> windowUntil(Lane lane) {
        return jdbc.sql("SELECT window_until FROM conversation WHERE channel_id = ? AND contact_id = ?")
                .param(lane.channel())
                .param(lane.contact())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }
}
