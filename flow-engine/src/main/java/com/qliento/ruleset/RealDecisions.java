package com.qliento.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.decision.MatchedRow;
import com.qliento.rules.feel.KeptValue;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What flows decided, kept for a changed table to be held against: values sealed as everything of a customer is, so that
 * they end with the customer's key and with the key of their hour.
 */
@Component
public class RealDecisions {

    /** Characters of one decision's values; larger ones are not kept. */
    private static final int LARGEST = 20_000;

    private static final int MOST_RULES = 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Vault vault;

    RealDecisions(JdbcClient jdbc, OrganisationScope scope, Vault vault) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
    }

    /** A decision that was kept, still sealed. */
    record Kept(UUID id, UUID conversation, int version, List<String> rules, Instant at, byte[] content) {

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** What was asked about and what came of it. */
    record Opened(Map<String, Object> given, JsonNode came) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /**
     * Keeps a decision with the transaction that {@code trip} runs in, which is the organisation's. One whose values are
     * too large, or whose customer was erased, is left out.
     */
    public void keep(RoundTrip trip, RealDecision made) {
        Optional<byte[]> content = content(made);
        if (content.isEmpty()) {
            return;
        }
        var source = made.source();
        UUID id = TimeOrderedId.at(made.at());
        try {
            var sealed = vault.seal(
                    source.organisation(), new SubjectId(source.contact()), place(id), made.at(), content.get());
            var at = made.at().atOffset(ZoneOffset.UTC);
            trip.update(
                    """
                    INSERT INTO ruleset_decided (day, id, organisation_id, key, version, conversation_id, contact_id, rules,
                      content, recorded_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    at.toLocalDate(),
                    id,
                    source.organisation().value(),
                    made.by().key(),
                    made.by().version(),
                    source.conversation(),
                    source.contact(),
                    rules(made),
                    sealed.bytes(),
                    at);
        } catch (KeyDestroyed erased) {
            return; // nothing of theirs is kept any more
        }
    }

    private static Optional<byte[]> content(RealDecision made) {
        var content = new HashMap<String, Object>();
        content.put("typed", KeptValue.written(made.given()));
        content.put("came", PlainJson.of(made.came()));
        try {
            byte[] bytes = JSON.writeValueAsBytes(content);
            return bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes);
        } catch (JsonProcessingException notPlain) {
            return Optional.empty();
        }
    }

    private static String[] rules(RealDecision made) {
        return made.rows().stream().limit(MOST_RULES).map(RealDecisions::named).toArray(String[]::new);
    }

    /** What tells a row from others, now and in a later version. */
    static String named(MatchedRow row) {
        return row.decision() + "\n" + (row.rule() == null ? "#" + row.row() : row.rule());
    }

    /** The newest, newest first; in the organisation's scope. */
    List<Kept> newest(OrganisationId organisation, String key, int most) {
        return scope.in(organisation, () -> jdbc.sql("""
                        SELECT id, conversation_id, version, rules, content, recorded_at FROM ruleset_decided
                        WHERE organisation_id = ? AND key = ? ORDER BY recorded_at DESC, id DESC LIMIT ?
                        """)
                .param(organisation.value())
                .param(key)
                .param(most)
                .query((row, n) -> kept(row))
                .list());
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getInt("version"),
                List.of((String[]) row.getArray("rules").getArray()),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("content"));
    }

    /** What was kept; null when it can't be read any more. */
    @Nullable
    Opened open(OrganisationId organisation, Kept kept) {
        try {
            JsonNode content = JSON.readTree(vault.open(organisation, place(kept.id()), Sealed.of(kept.content())));
            return new Opened(given(content), content.path("came"));
        } catch (Unreadable | IOException gone) {
            return null;
        }
    }

    /** Rows of before have texts for dates, times and durations, which a model reads where it says the type. */
    private static Map<String, Object> given(JsonNode content) {
        var given = new HashMap<String, Object>();
        if (content.has("typed")) {
            Object values = KeptValue.read(JSON.convertValue(content.path("typed"), Object.class));
            ((Map<?, ?>) Objects.requireNonNull(values))
                    .forEach((name, value) -> given.put(String.valueOf(name), value));
        } else {
            content.path("given")
                    .properties()
                    .forEach(entry -> given.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
        }
        return given;
    }

    private static Place place(UUID id) {
        return new Place("ruleset_decided", "content", id);
    }
}
