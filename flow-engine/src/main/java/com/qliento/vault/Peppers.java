package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyWrap.Kind;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secret that each organisation's blind indexes are made with: HMAC-SHA256, cut to 128 bits. */
final class Peppers {

    private static final int ENTRIES = 10_000;

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final KeyCache<OrganisationId, Prf> cache = new KeyCache<>(ENTRIES, Ticker.systemTicker());

    Peppers(KeyDatabase database, KeyWrap wrap, Clock clock) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
    }

    BlindIndex index(OrganisationId organisation, String kind, String value) {
        Prf pepper = cache.get(
                        organisation,
                        () -> Optional.of(database.in(organisation, jdbc -> read(jdbc, organisation)
                                .orElseGet(() -> create(jdbc, organisation)))))
                .orElseThrow();
        byte[] name = kind.getBytes(UTF_8);
        byte[] text = value.getBytes(UTF_8);
        ByteBuffer input = ByteBuffer.allocate(4 + name.length + text.length);
        input.putInt(name.length).put(name).put(text);
        try {
            return BlindIndex.of(pepper.compute(input.array(), BlindIndex.LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A blind index could not be computed.", e);
        }
    }

    private Prf create(JdbcClient jdbc, OrganisationId organisation) {
        jdbc.sql("""
                        INSERT INTO vault_pepper (organisation_id, wrapped, created_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        organisation.value(),
                        wrap.wrap(Kind.PEPPER, organisation, "", KeyWrap.newKey()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return read(jdbc, organisation).orElseThrow();
    }

    private Optional<Prf> read(JdbcClient jdbc, OrganisationId organisation) {
        return jdbc.sql("SELECT wrapped FROM vault_pepper WHERE organisation_id = ?")
                .param(organisation.value())
                .query(byte[].class)
                .optional()
                .map(wrapped -> prf(wrap.unwrap(Kind.PEPPER, organisation, "", wrapped)));
    }

    private static Prf prf(byte[] pepper) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(pepper, "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available on this Java runtime.", e);
        }
    }
}
