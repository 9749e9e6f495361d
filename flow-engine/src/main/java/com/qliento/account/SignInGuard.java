package com.qliento.account;

import static com.qliento.account.AccountStore.PLATFORM;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Watched;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Vault;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries to sign in before a password is looked at: for each e-mail and source, and for each source over all e-mails.
 * Wrong guesses from one place so hold up nobody who comes from another, nor a browser that has signed in to the account
 * before, wherever it is.
 */
@Component
class SignInGuard {

    private static final int NONCE_BYTES = 16;

    /** A try that was counted; an empty source says that only the e-mail counted. */
    record Try(UUID id, BlindIndex email, byte[] source) {

        @Override
        public String toString() {
            return "Try[" + id + "]";
        }
    }

    /** A try that may go on, or the rule that holds it up. */
    record Counted(@Nullable Try counted, @Nullable PolicyRule heldBy) {}

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Policies policies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInGuard(OrganisationScope scope, JdbcClient jdbc, Vault vault, Policies policies, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.vault = vault;
        this.policies = policies;
        this.clock = clock;
    }

    /** Counts the try and commits it, one after the other for a source: tries at the same time don't pass each other. */
    Counted count(BlindIndex email, SignInSource from, Duration memory) {
        var now = clock.instant();
        boolean known = knows(email, from.browser());
        var network = from.network();
        var source = known
                ? vault.index(PLATFORM, "sign-in browser", String.valueOf(from.browser()))
                        .bytes()
                : network == null
                        ? new byte[0]
                        : vault.index(PLATFORM, "sign-in network", network).bytes();
        boolean place = !known && network != null;
        var since = at(now.minus(memory));
        return scope.in(PLATFORM, () -> {
            lock(source.length == 0 ? email.bytes() : source);
            var signals = policies.abuse(
                    new Watched.SignIns(failures(email, source, since), place ? accounts(source, since) : 0, false));
            return signals.isEmpty()
                    ? new Counted(insert(email, source, now, since), null)
                    : new Counted(null, signals.get(0));
        });
    }

    private void lock(byte[] source) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || encode(?, 'hex'), 0))")
                .param(source)
                .query((row, n) -> true)
                .single();
    }

    private int failures(BlindIndex email, byte[] source, OffsetDateTime since) {
        return jdbc.sql("SELECT count(*) FROM account_refusal WHERE email_key = ? AND source = ? AND at > ?")
                .params(email.bytes(), source, since)
                .query(Integer.class)
                .single();
    }

    private int accounts(byte[] source, OffsetDateTime since) {
        return jdbc.sql("""
                        SELECT count(DISTINCT email_key) FROM account_refusal WHERE source = ? AND at > ? AND NOT pending
                        """).params(source, since).query(Integer.class).single();
    }

    private Try insert(BlindIndex email, byte[] source, Instant now, OffsetDateTime since) {
        var id = TimeOrderedId.at(now);
        jdbc.sql("""
                        INSERT INTO account_refusal (id, organisation_id, email_key, source, at, pending)
                        VALUES (?, ?, ?, ?, ?, true)
                        """)
                .params(id, PLATFORM.value(), email.bytes(), source, at(now))
                .update();
        jdbc.sql("DELETE FROM account_refusal WHERE at <= ?").param(since).update();
        return new Try(id, email, source);
    }

    /** The password was wrong: the try stays counted. */
    void failed(Try one) {
        scope.run(PLATFORM, () -> jdbc.sql("UPDATE account_refusal SET pending = false WHERE id = ?")
                .param(one.id())
                .update());
    }

    /** The password was right: what this source tried for this e-mail counts no more. */
    void succeeded(Try one) {
        scope.run(PLATFORM, () -> jdbc.sql("DELETE FROM account_refusal WHERE email_key = ? AND source = ?")
                .params(one.email().bytes(), one.source())
                .update());
    }

    /** What a browser keeps that has signed in with this e-mail; of use for no other. */
    String browser(BlindIndex email) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var shown = HexFormat.of().formatHex(nonce);
        return shown + "." + proof(email, shown);
    }

    private boolean knows(BlindIndex email, @Nullable String browser) {
        return Optional.ofNullable(browser)
                .map(kept -> kept.split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .filter(parts ->
                        MessageDigest.isEqual(proof(email, parts[0]).getBytes(UTF_8), parts[1].getBytes(UTF_8)))
                .isPresent();
    }

    private String proof(BlindIndex email, String nonce) {
        var of = HexFormat.of().formatHex(email.bytes()) + "." + nonce;
        return HexFormat.of()
                .formatHex(vault.index(PLATFORM, "known browser", of).bytes());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
