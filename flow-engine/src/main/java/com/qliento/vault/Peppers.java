package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyWrap.Kind;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secret that each organisation's blind indexes are made with: HMAC-SHA256, cut to 128 bits. One that is missing is made
 * only where there never was one.
 */
final class Peppers {

    /** What the pepper's note is about: a kind that nothing else is of. */
    private static final String CHECKED = "pepper check";

    private static final int ENTRIES = 10_000;

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final KeyLedger ledger;
    private final Set<OrganisationId> checked = ConcurrentHashMap.newKeySet();
    private final KeyCache<OrganisationId, Prf> cache = new KeyCache<>(ENTRIES, Ticker.systemTicker());

    Peppers(KeyDatabase database, KeyWrap wrap, Clock clock, KeyLedger ledger) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
        this.ledger = ledger;
    }

    BlindIndex index(OrganisationId organisation, String kind, String value) {
        return compute(
                cache.get(organisation, () -> Optional.of(load(organisation))).orElseThrow(), kind, value);
    }

    private Prf load(OrganisationId organisation) {
        Optional<Prf> stored = database.in(organisation, jdbc -> read(jdbc, organisation));
        if (stored.isPresent() && checked.contains(organisation)) {
            return stored.get();
        }
        KeyLedger.Made made = ledger.of(organisation);
        if (stored.isEmpty() && made.pepper()) {
            throw lost(organisation, "is not in the key database any more");
        }
        Prf pepper = stored.orElseGet(() -> database.in(organisation, jdbc -> create(jdbc, organisation)));
        byte[] check = compute(pepper, CHECKED, CHECKED).bytes();
        byte[] noted = made.pepperCheck();
        if (noted != null && !MessageDigest.isEqual(noted, check)) {
            throw lost(organisation, "in the key database is another one");
        }
        if (noted == null) {
            ledger.pepper(organisation, check);
        }
        checked.add(organisation);
        return pepper;
    }

    private static KeysLost lost(OrganisationId organisation, String how) {
        return new KeysLost(
                "The pepper of organisation " + organisation + " " + how + ", and its people are found by it."
                        + " Put back a backup of the key database (qliento.keys.url) that has it; nothing of this organisation is"
                        + " taken in or looked up until then.");
    }

    private static BlindIndex compute(Prf pepper, String kind, String value) {
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

    static Prf prf(byte[] pepper) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(pepper, "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available on this Java runtime.", e);
        }
    }
}
