package com.qliento.vault;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.prf.Prf;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.KeyWrap.Kind;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * By what erased people were known, and when they were erased. Kept in both databases, hashed once more with a pepper of
 * its own, which lies in the key database: whoever has the blind indexes of the people there are can't tell who was erased.
 */
final class Suppressions {

    private static final int ENTRIES = 10_000;
    private static final String NAME = "suppression";

    private static final String INSERT = """
            INSERT INTO vault_suppression AS s (organisation_id, value, erased_at)
            SELECT ?, u.value, u.at FROM unnest(?, ?) AS u (value, at)
            ON CONFLICT (organisation_id, value) DO UPDATE SET erased_at = excluded.erased_at
            WHERE s.erased_at < excluded.erased_at
            """;

    /** One of them. */
    record Row(OrganisationId organisation, byte[] value, Instant erasedAt) {

        @Override
        public String toString() {
            return "Row[" + organisation + "]";
        }
    }

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final KeyCache<OrganisationId, Prf> peppers = new KeyCache<>(ENTRIES, Ticker.systemTicker());

    Suppressions(KeyDatabase database, KeyWrap wrap, Clock clock, OrganisationScope scope, JdbcClient jdbc) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
        this.scope = scope;
        this.jdbc = jdbc;
    }

    /** In the key database at once, in the main one with the organisation's transaction that is open. */
    void add(OrganisationId organisation, Collection<BlindIndex> known, Instant erasedAt) {
        if (known.isEmpty()) {
            return;
        }
        var pepper = pepper(organisation);
        var rows = known.stream()
                .map(one -> new Row(organisation, hashed(pepper, one), erasedAt))
                .toList();
        addToKeys(organisation, rows);
        addToMain(organisation, rows);
    }

    /** Those of these that erased people were known by, and when they were erased last. */
    Map<BlindIndex, Instant> of(OrganisationId organisation, Collection<BlindIndex> asked) {
        if (asked.isEmpty() || !any(organisation)) {
            return Map.of();
        }
        var pepper = pepper(organisation);
        var byHash = new HashMap<BlindIndex, BlindIndex>();
        asked.forEach(one -> byHash.put(BlindIndex.of(hashed(pepper, one)), one));
        var found = new HashMap<BlindIndex, Instant>();
        scope.run(organisation, () -> jdbc.sql(
                        "SELECT value, erased_at FROM vault_suppression WHERE organisation_id = ? AND value = ANY (?)")
                .param(organisation.value())
                .param(new SqlArrayValue("bytea", (Object[])
                        byHash.keySet().stream().map(BlindIndex::bytes).toArray(byte[][]::new)))
                .query((ResultSet row) -> {
                    var one = byHash.get(BlindIndex.of(row.getBytes("value")));
                    if (one != null) {
                        found.put(one, instant(row));
                    }
                }));
        return found;
    }

    /** Nobody was erased in most organisations: no pepper is made for them, and no hash. */
    private boolean any(OrganisationId organisation) {
        return scope.in(
                organisation, () -> jdbc.sql("SELECT EXISTS (SELECT FROM vault_suppression WHERE organisation_id = ?)")
                        .param(organisation.value())
                        .query(Boolean.class)
                        .single());
    }

    /** Each database gets what only the other has; gives how many rows that were. */
    int level() {
        return inMain() + inKeys();
    }

    private int inKeys() {
        int added = 0;
        var page = page(jdbc, FIRST);
        while (!page.isEmpty()) {
            for (var one : byOrganisation(page).entrySet()) {
                added += addToKeys(one.getKey(), one.getValue());
            }
            page = page(jdbc, page.get(page.size() - 1));
        }
        return added;
    }

    private int inMain() {
        int added = 0;
        var page = database.withoutOrganisation(keys -> page(keys, FIRST));
        while (!page.isEmpty()) {
            for (var one : byOrganisation(page).entrySet()) {
                added += scope.in(one.getKey(), () -> addToMain(one.getKey(), one.getValue()));
            }
            var last = page.get(page.size() - 1);
            page = database.withoutOrganisation(keys -> page(keys, last));
        }
        return added;
    }

    private static final int PAGE = 10_000;
    private static final Row FIRST = new Row(new OrganisationId(new UUID(0, 0)), new byte[0], Instant.EPOCH);

    private static List<Row> page(JdbcClient from, Row after) {
        return from.sql("SELECT * FROM vault_suppressions_after(?, ?, ?)")
                .params(after.organisation().value(), after.value(), PAGE)
                .query((row, n) -> new Row(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getBytes("value"),
                        instant(row)))
                .list();
    }

    private static Map<OrganisationId, List<Row>> byOrganisation(List<Row> page) {
        var sorted = new HashMap<OrganisationId, List<Row>>();
        page.forEach(row -> sorted.computeIfAbsent(row.organisation(), any -> new ArrayList<>())
                .add(row));
        return sorted;
    }

    private int addToKeys(OrganisationId organisation, List<Row> rows) {
        return database.in(organisation, keys -> insert(keys, organisation, rows));
    }

    private int addToMain(OrganisationId organisation, List<Row> rows) {
        return insert(jdbc, organisation, rows);
    }

    private static int insert(JdbcClient into, OrganisationId organisation, List<Row> rows) {
        return into.sql(INSERT)
                .params(
                        organisation.value(),
                        new SqlArrayValue("bytea", (Object[])
                                rows.stream().map(Row::value).toArray(byte[][]::new)),
                        new SqlArrayValue(
                                "timestamptz",
                                rows.stream()
                                        .map(row -> row.erasedAt().atOffset(ZoneOffset.UTC))
                                        .toArray()))
                .update();
    }

    private static byte[] hashed(Prf pepper, BlindIndex one) {
        try {
            return pepper.compute(one.bytes(), BlindIndex.LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A blind index could not be hashed.", e);
        }
    }

    private Prf pepper(OrganisationId organisation) {
        return peppers.get(organisation, () -> Optional.of(load(organisation))).orElseThrow();
    }

    private Prf load(OrganisationId organisation) {
        var stored = database.in(organisation, keys -> read(keys, organisation));
        if (stored.isEmpty() && any(organisation)) {
            throw new KeysLost(
                    "The pepper by which erased people of organisation " + organisation
                            + " stay unknown is not in the key database any more. Put back a backup of the key database that has it.");
        }
        return stored.orElseGet(() -> database.in(organisation, keys -> {
            keys.sql("""
                            INSERT INTO vault_suppression_pepper (organisation_id, wrapped, created_at) VALUES (?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """)
                    .params(
                            organisation.value(),
                            wrap.wrap(Kind.PEPPER, organisation, NAME, KeyWrap.newKey()),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return read(keys, organisation).orElseThrow();
        }));
    }

    private Optional<Prf> read(JdbcClient keys, OrganisationId organisation) {
        return keys.sql("SELECT wrapped FROM vault_suppression_pepper WHERE organisation_id = ?")
                .param(organisation.value())
                .query(byte[].class)
                .optional()
                .map(wrapped -> Peppers.prf(wrap.unwrap(Kind.PEPPER, organisation, NAME, wrapped)));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("erased_at", OffsetDateTime.class).toInstant();
    }
}
