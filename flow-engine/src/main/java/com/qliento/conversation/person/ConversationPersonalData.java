package com.qliento.conversation.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.answer.VaultLock;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people answered to flows, where they stand, and which ways they went. */
@Component
class ConversationPersonalData implements PersonalDataStore {

    private static final TypeReference<LinkedHashMap<String, SealedAnswer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    ConversationPersonalData(JdbcClient jdbc, OrganisationScope scope, Vault vault) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("conversation", "contact_id", Category.ANSWER, Form.REFERENCE),
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
