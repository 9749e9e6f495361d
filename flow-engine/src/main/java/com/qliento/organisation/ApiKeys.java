package com.qliento.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of the REST interface. Only their SHA-256 is kept: a generated key has 256 random bits, so no slow hash is
 * needed. They are asked of what is stored with
 * each request, so a revoked key is refused at once, everywhere.
 */
@Component
public class ApiKeys {

    private static final Duration NOTED_EACH = Duration.ofHours(1);

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiKeys(OrganisationScope scope, JdbcClient jdbc, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a key; the returned text is shown once and can't be had again. */
    public String create(OrganisationId organisation, String name) {
        return create(organisation, name, KeyScope.all(), "").key();
    }

    /**
     * A key that was made.
     *
     * @param key its text, which is shown this once
     */
    public record Created(ApiKey facts, String key) {

        @Override
        public String toString() {
            return "Created[" + facts.id() + "]";
        }
    }

    /** Makes a key that may do this. */
    public Created create(OrganisationId organisation, String name, Set<KeyScope> scopes, String by) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var key = "qk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var facts = new ApiKey(UUID.randomUUID(), name, scopes, now(), by, null);
        scope.run(organisation, () -> insert(organisation, facts, key));
        return new Created(facts, key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void insert(OrganisationId organisation, ApiKey facts, String key) {
        jdbc.sql("""
                        INSERT INTO organisation_api_key (hash, organisation_id, id, name, scopes, created_at, created_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(hash(key))
                .param(organisation.value())
                .param(facts.id())
                .param(facts.name())
                .param(facts.scopes().stream().map(KeyScope::word).sorted().toArray(String[]::new))
                .param(facts.createdAt().atOffset(ZoneOffset.UTC))
                .param(facts.createdBy())
                .update();
    }

    /** The organisation's keys, the newest first. */
    public List<ApiKey> all(OrganisationId organisation) {
        return scope.in(organisation, () -> jdbc.sql("""
                        SELECT id, name, scopes, created_at, created_by, last_used_at FROM organisation_api_key
                        ORDER BY created_at DESC, id
                        """)
                .query((row, n) -> new ApiKey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        scopes(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list());
    }

    private static Set<KeyScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(word -> KeyScope.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Refuses this key from now on; whether it was there. */
    public boolean revoke(OrganisationId organisation, UUID id) {
        return scope.in(
                organisation,
                () -> jdbc.sql("DELETE FROM organisation_api_key WHERE id = ?")
                                .param(id)
                                .update()
                        > 0);
    }

    /** Registers a key that was chosen outside (the demo's); does nothing when it is registered already. */
    public void register(OrganisationId organisation, String name, String key) {
        var facts = new ApiKey(UUID.randomUUID(), name, KeyScope.all(), now(), "", null);
        scope.run(organisation, () -> insert(organisation, facts, key));
    }

    /** The key is from now on the only one of this name; the ones before it are refused. */
    public void replace(OrganisationId organisation, String name, String key) {
        scope.run(organisation, () -> {
            jdbc.sql("DELETE FROM organisation_api_key WHERE organisation_id = ? AND name = ? AND hash <> ?")
                    .param(organisation.value())
                    .param(name)
                    .param(hash(key))
                    .update();
            register(organisation, name, key);
        });
    }

    /** Refuses every key of this name from now on. */
    public void revoke(OrganisationId organisation, String name) {
        scope.run(organisation, () -> {
            jdbc.sql("DELETE FROM organisation_api_key WHERE organisation_id = ? AND name = ?")
                    .param(organisation.value())
                    .param(name)
                    .update();
        });
    }

    /** Whose key this is and what it may do, by what is stored now; empty for an unknown one. Its use is noted by the hour. */
    public Optional<Caller> authenticate(String key) {
        var hash = hash(key);
        return jdbc.sql("SELECT organisation_id, name, scopes, last_used_at FROM organisation_key_of(?)")
                .param(hash)
                .query((row, n) -> {
                    var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
                    used(organisation, hash, instant(row.getObject("last_used_at", OffsetDateTime.class)));
                    return new Caller(organisation, row.getString("name"), scopes(row));
                })
                .optional();
    }

    private void used(OrganisationId organisation, byte[] hash, @Nullable Instant before) {
        var now = now();
        if (before == null || before.plus(NOTED_EACH).isBefore(now)) {
            scope.run(organisation, () -> jdbc.sql("UPDATE organisation_api_key SET last_used_at = ? WHERE hash = ?")
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(hash)
                    .update());
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
