package com.qliento.conversation.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.answer.VaultLock;
import com.qliento.engine.Processes;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import com.qliento.vault.spi.PersonalValue;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people answered to flows, where they stand, and which ways they went. */
@Component
@Order(0) // its lock before all others, as in a step
class ConversationPersonalData implements PersonalDataStore {

    private static final TypeReference<LinkedHashMap<String, SealedAnswer>> ANSWERS = new TypeReference<>() {};

    private static final List<Whose> ROWS = List.of(
            new Whose(
                    "conversation_trace",
                    "conversation_id IN (SELECT id FROM conversation WHERE contact_id = ANY (?::uuid[]))"),
            Whose.contact("conversation"));

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Vault vault;
    private final PersonalRows rows;
    private final Changing changing;
    private final ObjectMapper json = new ObjectMapper();

    /** How flows of somebody who leaves end, and what is not right of them is corrected. */
    @Component("conversationPersonChanging")
    record Changing(Processes processes, AnswerCorrections corrections) {}

    ConversationPersonalData(
            JdbcClient jdbc, OrganisationScope scope, Vault vault, PersonalRows rows, Changing changing) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
        this.rows = rows;
        this.changing = changing;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("conversation", "contact_id", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("conversation", "answers", Category.ANSWER, Form.SEALED),
                new PersonalPlace("conversation_trace", "path", Category.TRACE, Form.REFERENCE));
    }

    /** A conversation of theirs. */
    private record Found(
            UUID id,
            Lane lane,
            @Nullable String flow,
            @Nullable String element,
            String answers,
            Instant since) {

        @Override
        public String toString() {
            return "Found[" + id + "]";
        }
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        var found = scope.in(family.organisation(), () -> jdbc.sql(
                        "SELECT * FROM conversation WHERE contact_id = ANY (?::uuid[]) ORDER BY created_at")
                .param(family.ids())
                .query((row, n) -> found(family.organisation(), row))
                .list());
        found.forEach(one -> {
            into.accept(new PersonalRecord("conversation", one.id().toString(), one.since(), values(one), null));
            answers(one, into);
            ways(family.organisation(), one, into);
        });
    }

    @Override
    public Optional<PersonalValue> look(Family family, PersonalField field) {
        return changing.corrections().look(family, field);
    }

    @Override
    public PersonalCorrection.Outcome rectify(Family family, PersonalCorrection correction) {
        return changing.corrections().rectify(family, correction);
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /**
     * A step that is under way ends first: it has locked the conversation. One that waits for the lock finds a conversation
     * that is free and whose person nobody can write to.
     */
    @Override
    public void stop(Family family) {
        var instances = jdbc.sql("""
                        SELECT instance_id FROM conversation WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                        ORDER BY id FOR UPDATE
                        """)
                .param(family.organisation().value())
                .param(family.ids())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .list();
        instances.stream().flatMap(Optional::stream).forEach(one -> changing.processes()
                .discard(one, "the person is being erased"));
        jdbc.sql("""
                        UPDATE conversation SET state = 'free', flow_key = NULL, definition_id = NULL, instance_id = NULL,
                          execution_id = NULL, call_id = NULL, element = NULL, attempts = 0, on_offer = NULL, moved = true
                        WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                        """).param(family.organisation().value()).param(family.ids()).update();
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private static Found found(OrganisationId organisation, ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                new Lane(
                        organisation, row.getObject("channel_id", UUID.class), row.getObject("contact_id", UUID.class)),
                row.getString("flow_key"),
                row.getString("element"),
                row.getString("answers"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, @Nullable Object> values(Found one) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("channel", one.lane().channel().toString());
        values.put("flow", one.flow());
        values.put("standsAt", one.element());
        return values;
    }

    private void answers(Found one, Consumer<PersonalRecord> into) {
        var sealed = parse(one.answers());
        var answers = new Answers(new VaultLock(vault, one.id(), one.lane(), one.since()), sealed);
        sealed.forEach((name, answer) -> {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("name", name);
            String unreadable = null;
            try {
                var value = answers.get(name);
                values.put("value", Plain.of(value));
                unreadable = value == null ? Unreadable.Reason.ERASED.word() : null;
            } catch (Unreadable lost) {
                unreadable = lost.reason().word();
            }
            values.put("flow", answer.flow());
            values.put("askedBy", answer.element());
            into.accept(new PersonalRecord("answer", one.id() + "/" + name, one.since(), values, unreadable));
        });
    }

    private Map<String, SealedAnswer> parse(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("answers are not readable", notOurs);
        }
    }

    private void ways(OrganisationId organisation, Found one, Consumer<PersonalRecord> into) {
        scope.run(organisation, () -> jdbc.sql("""
                        SELECT path, recorded_at FROM conversation_trace WHERE conversation_id = ? ORDER BY recorded_at
                        """).param(one.id()).query((ResultSet row) -> {
            var at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
            into.accept(new PersonalRecord(
                    "step", one.id() + "/" + at, at, Map.of("path", path(row.getArray("path"))), null));
        }));
    }

    private static List<String> path(Array path) throws SQLException {
        return List.of((String[]) path.getArray());
    }
}
