package com.qliento.conversation.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.answer.VaultLock;
import com.qliento.conversation.limit.LimitReached;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalCorrection.Outcome;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers corrected: of the conversation that had an answer of this name and was active last. It keeps its type, and the
 * time it came: it is kept no longer for being corrected.
 */
@Component
class AnswerCorrections {

    private static final TypeReference<LinkedHashMap<String, SealedAnswer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    AnswerCorrections(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** An answer and all others of its conversation. */
    private record Held(UUID conversation, Answers answers, SealedAnswer sealed, Object value) {

        @Override
        public String toString() {
            return "Held[" + conversation + "]";
        }
    }

    Optional<PersonalValue> look(Family family, PersonalField field) {
        return held(family, field, "")
                .map(one -> new PersonalValue(AnswerWords.of(one.value()), words -> AnswerWords.like(one.value(), words)
                        .map(AnswerWords::of)));
    }

    /** Locks the conversation first, as a step does. */
    Outcome rectify(Family family, PersonalCorrection correction) {
        var field = correction.field();
        var held = held(family, field, " FOR UPDATE").orElse(null);
        if (held == null) {
            return Outcome.NOT_KEPT;
        }
        var after = AnswerWords.like(held.value(), correction.after());
        if (!AnswerWords.of(held.value()).equals(correction.before()) || after.isEmpty()) {
            return Outcome.CHANGED;
        }
        try {
            held.answers()
                    .put(
                            String.valueOf(field.name()),
                            after.get(),
                            held.sealed().flow(),
                            held.sealed().element());
        } catch (LimitReached noRoom) {
            return Outcome.CHANGED;
        }
        jdbc.sql("UPDATE conversation SET answers = ?::jsonb WHERE id = ?")
                .params(written(held.answers()), held.conversation())
                .update();
        return Outcome.DONE;
    }

    private Optional<Held> held(Family family, PersonalField field, String lock) {
        var name = field.name();
        if (field.kind() != PersonalField.Kind.ANSWER || name == null) {
            return Optional.empty();
        }
        return jdbc
                .sql("""
                        SELECT * FROM conversation WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                          AND jsonb_exists(answers, ?) ORDER BY last_step_at DESC, id LIMIT 1
                        """ + lock)
                .param(family.organisation().value())
                .param(family.ids())
                .param(name)
                .query((row, n) -> Optional.ofNullable(held(family.organisation(), row, name)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Null when nobody can read it any more. */
    private @Nullable Held held(OrganisationId organisation, ResultSet row, String name) throws SQLException {
        var all = parse(row.getString("answers"));
        var sealed = all.get(name);
        if (sealed == null) {
            return null;
        }
        var id = row.getObject("id", UUID.class);
        var lane = new Lane(
                organisation, row.getObject("channel_id", UUID.class), row.getObject("contact_id", UUID.class));
        var came = Sealed.of(Base64.getDecoder().decode(sealed.value())).receivedAt();
        var answers = new Answers(new VaultLock(vault, id, lane, came), all);
        try {
            var value = answers.get(name);
            return value == null ? null : new Held(id, answers, sealed, value);
        } catch (Unreadable lost) {
            return null;
        }
    }

    private Map<String, SealedAnswer> parse(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("answers are not readable", notOurs);
        }
    }

    private String written(Answers answers) {
        try {
            return json.writeValueAsString(answers.sealed());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("answers can't be written", impossible);
        }
    }
}
