package com.qliento.start;

import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How fast flows begin flows in one lane: {@value #AT_ONCE} at once, and one a minute after that. Two that begin each other
 * come to an end by it, and a person's choices in a menu don't. A run, which no flow begins, is free of it.
 */
@Component
class BegunPace {

    static final int AT_ONCE = 50;
    private static final Duration EACH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    BegunPace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a flow of this lane may begin another one; inside the step's transaction. */
    boolean allows(Lane lane, Instant now) {
        return lane.isRun()
                || jdbc.sql("SELECT ahead_until FROM flow_begun_pace WHERE contact_id = ? AND channel_id = ?")
                        .param(lane.contact())
                        .param(lane.channel())
                        .query((row, n) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .optional()
                        .map(ahead -> ahead.isBefore(now.plus(EACH.multipliedBy(AT_ONCE))))
                        .orElse(true);
    }

    /** A flow of this lane has begun another one; written with its step. */
    void count(RoundTrip trip, Lane lane, Instant now) {
        if (lane.isRun()) {
            return;
        }
        var at = now.atOffset(ZoneOffset.UTC);
        trip.update("""
                INSERT INTO flow_begun_pace AS pace (organisation_id, channel_id, contact_id, ahead_until) VALUES (?, ?, ?, ?)
                ON CONFLICT (contact_id, channel_id) DO UPDATE SET ahead_until = greatest(pace.ahead_until, ?) + interval '1 minute'""", lane.organisation().value(), lane.channel(), lane.contact(), at.plus(EACH), at);
    }
}
