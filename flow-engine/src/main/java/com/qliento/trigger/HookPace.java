package com.qliento.trigger;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much of a trigger's minute is taken, over all nodes: a row whose time each delivery moves ahead, and which passes
 * meanwhile. A node takes several at once, so that a delivery costs the database next to nothing.
 */
@Component
class HookPace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OrganisationScope scope;
    private final JdbcClient jdbc;

    HookPace(OrganisationScope scope, JdbcClient jdbc) {
        this.scope = scope;
        this.jdbc = jdbc;
    }

    /**
     * What a node was given.
     *
     * @param count how many deliveries it may let through
     * @param next when there is another one, if there was none
     */
    record Given(int count, Instant next) {}

    /** Takes so many of the trigger's minute as there are, these at most; in a transaction of its own. Throws {@link Problem} when it is deleted meanwhile. */
    Given take(OrganisationId organisation, Trigger trigger, int wanted, Instant at) {
        // The database rounds what is finer, perhaps to what is yet to come.
        var now = at.truncatedTo(ChronoUnit.MICROS);
        var each = MINUTE.dividedBy(trigger.perMinute());
        var most = each.multipliedBy(trigger.perMinute() - 1L);
        return scope.in(organisation, () -> {
            var ahead = ahead(trigger.id(), now);
            var from = ahead.isBefore(now) ? now : ahead;
            var room = Duration.between(from, now.plus(most));
            long free = room.isNegative() ? 0 : room.dividedBy(each) + 1;
            int count = (int) Math.min(wanted, free);
            if (count > 0) {
                move(trigger.id(), from.plus(each.multipliedBy(count)));
            }
            return new Given(count, from.minus(most));
        });
    }

    /** Until when the minute is taken; nobody else takes of it until the transaction ends, nor is the trigger deleted. */
    private Instant ahead(UUID trigger, Instant now) {
        return jdbc.sql("""
                        INSERT INTO flow_trigger_pace AS pace (trigger_id, organisation_id, ahead_until)
                        SELECT id, organisation_id, ?::timestamptz FROM flow_trigger WHERE id = ? FOR KEY SHARE
                        ON CONFLICT (trigger_id) DO UPDATE SET ahead_until = pace.ahead_until RETURNING ahead_until
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(trigger)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElseThrow(() -> Problem.notFound("trigger", trigger));
    }

    private void move(UUID trigger, Instant ahead) {
        jdbc.sql("UPDATE flow_trigger_pace SET ahead_until = ? WHERE trigger_id = ?")
                .param(ahead.atOffset(ZoneOffset.UTC))
                .param(trigger)
                .update();
    }
}
