package com.qliento.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of the REST interface. Only their SHA-256 is kept: a generated key has 256 random bits, so no slow hash is
 * needed. They are asked of what is stored with
 * each request, so a revoked key is refused at once, everywhere.
 */
@Component
public class ApiKeys {

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
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var key = "qk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        register(organisation, name, key);
        return key;
    }

    /** Registers a key that was chosen outside (the demo's); does nothing when it is registered already. */
    public void register(OrganisationId organisation, String name, String key) {
        scope.run(organisation, () -> jdbc.sql("""
                        INSERT INTO organisation_api_key (hash, organisation_id, name, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .param(hash(key))
                .param(organisation.value())
                .param(name)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update());
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

    /** Whose key this is, by what is stored now; empty for an unknown one. */
    public Optional<Caller> authenticate(String key) {
        return jdbc.sql("SELECT organisation_id, name FROM organisation_of_api_key(?)")
                .param(hash(key))
                .query((row, n) -> new Caller(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("name")))
                .optional();
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
