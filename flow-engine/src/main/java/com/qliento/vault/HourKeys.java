package com.qliento.vault;

import com.github.benmanes.caffeine.cache.Ticker;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyWrap.Kind;
import com.qliento.vault.spi.ReadingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of receipt hours. Hours below an organisation's floor have none and never get one again. */
final class HourKeys {

    private static final int ENTRIES = 20_000;

    private static final Lock EXPIRED =
            Lock.destroyed(Unreadable.Reason.EXPIRED, "The hour's key is destroyed: its retention has ended.");

    private record Hour(OrganisationId organisation, ReceiptHour hour) {}

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final ReadingTime readingTime;
    private final KeyCache<Hour, Lock> cache = new KeyCache<>(ENTRIES, Ticker.systemTicker());

    HourKeys(KeyDatabase database, KeyWrap wrap, Clock clock, ReadingTime readingTime) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
        this.readingTime = readingTime;
    }

    /** Nothing is read longer than it may be, whether its hour's key is still there or not. Throws {@link KeyDestroyed}. */
    void requireInTime(OrganisationId organisation, long receivedAtMillis) {
        if (clock.millis() - receivedAtMillis >= readingTime.of(organisation).toMillis()) {
            throw new KeyDestroyed(Unreadable.Reason.EXPIRED, "The value came longer ago than it is kept.");
        }
    }

    /** The hour's lock, destroyed or not; empty when nothing was sealed in that hour. */
    Optional<Lock> find(OrganisationId organisation, ReceiptHour hour) {
        return cache.get(
                new Hour(organisation, hour), () -> database.in(organisation, jdbc -> read(jdbc, organisation, hour)));
    }

    /** The hour's lock, created if there was none and the hour is not below the floor. */
    Lock obtain(OrganisationId organisation, ReceiptHour hour) {
        return find(organisation, hour).orElseGet(() -> {
            Lock lock = database.in(organisation, jdbc -> {
                hold(jdbc, organisation, "pg_advisory_xact_lock_shared");
                insert(jdbc, organisation, hour);
                return read(jdbc, organisation, hour).orElseThrow();
            });
            return cache.keep(new Hour(organisation, hour), lock);
        });
    }

    private void insert(JdbcClient jdbc, OrganisationId organisation, ReceiptHour hour) {
        byte[] wrapped = wrap.wrap(Kind.HOUR, organisation, hour.sinceEpoch(), KeyWrap.newKey());
        jdbc.sql("""
                        INSERT INTO vault_hour_key (organisation_id, hour, wrapped, created_at)
                        SELECT :organisation, :hour, :wrapped, :now WHERE NOT EXISTS (
                            SELECT FROM vault_hour_floor
                            WHERE organisation_id = :organisation AND destroyed_before > :hour)
                        ON CONFLICT DO NOTHING
                        """)
                .param("organisation", organisation.value())
                .param("hour", hour.start())
                .param("wrapped", wrapped)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Lock> read(JdbcClient jdbc, OrganisationId organisation, ReceiptHour hour) {
        return jdbc.sql("""
                        SELECT k.wrapped, coalesce(f.destroyed_before > :hour, false) AS expired
                        FROM (SELECT :organisation::uuid AS id) AS o
                        LEFT JOIN vault_hour_key AS k ON k.organisation_id = o.id AND k.hour = :hour
                        LEFT JOIN vault_hour_floor AS f ON f.organisation_id = o.id
                        """)
                .param("organisation", organisation.value())
                .param("hour", hour.start())
                .query((row, n) -> lock(organisation, hour, row))
                .single();
    }

    private Optional<Lock> lock(OrganisationId organisation, ReceiptHour hour, ResultSet row) throws SQLException {
        if (row.getBoolean("expired")) {
            return Optional.of(EXPIRED);
        }
        return Optional.ofNullable(row.getBytes("wrapped"))
                .map(wrapped -> Lock.of(wrap.unwrap(Kind.HOUR, organisation, hour.sinceEpoch(), wrapped)));
    }

    /** Raises the floor to this hour and removes the keys below it; returns how many. The floor never sinks. */
    int destroyBefore(OrganisationId organisation, ReceiptHour floor) {
        int destroyed = database.in(organisation, jdbc -> {
            hold(jdbc, organisation, "pg_advisory_xact_lock");
            OffsetDateTime before = jdbc.sql("""
                            INSERT INTO vault_hour_floor AS f (organisation_id, destroyed_before) VALUES (?, ?)
                            ON CONFLICT (organisation_id) DO UPDATE
                            SET destroyed_before = greatest(f.destroyed_before, excluded.destroyed_before)
                            RETURNING destroyed_before
                            """)
                    .params(organisation.value(), floor.start())
                    .query(OffsetDateTime.class)
                    .single();
            return jdbc.sql("DELETE FROM vault_hour_key WHERE organisation_id = ? AND hour < ?")
                    .params(organisation.value(), before)
                    .update();
        });
        forgetBefore(organisation, floor);
        return destroyed;
    }

    /** How many keys there are below this hour. */
    int countBefore(OrganisationId organisation, ReceiptHour floor) {
        return database.in(organisation, jdbc -> jdbc.sql(
                        "SELECT count(*) FROM vault_hour_key WHERE organisation_id = ? AND hour < ?")
                .params(organisation.value(), floor.start())
                .query(Integer.class)
                .single());
    }

    /** Marks the hours below the floor as expired in this node's memory. */
    void forgetBefore(OrganisationId organisation, ReceiptHour floor) {
        cache.replaceAll((key, lock) ->
                key.organisation().equals(organisation) && key.hour().compareTo(floor) < 0 ? EXPIRED : lock);
    }

    /** Keeps raising the floor and creating a key below it apart; released with the transaction. */
    private static void hold(JdbcClient jdbc, OrganisationId organisation, String lock) {
        jdbc.sql("SELECT " + lock + "(hashtextextended('vault_hour ' || ?, 0))")
                .param(organisation.toString())
                .query((row, n) -> true)
                .single();
    }
}
