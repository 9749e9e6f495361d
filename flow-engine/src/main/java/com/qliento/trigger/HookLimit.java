package com.qliento.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How much triggers take: a minute's deliveries at once, then one after the other as a minute has them, over all nodes. A
 * node takes a few of the minute ahead, more the faster they are used, and gives back none: for a few seconds after a burst
 * up to a twentieth of a minute's deliveries may be held by it. Callers are counted before they are proved, since a proof is
 * what costs.
 */
@Component
class HookLimit {

    private static final ProblemType TOO_MANY =
            new ProblemType(ProblemKind.TOO_OFTEN, "too-many-deliveries", "Too much comes to the trigger");
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    /** So long a node keeps what it took ahead. */
    private static final Duration HELD = Duration.ofSeconds(5);

    /** Of a minute's deliveries a node takes this part ahead at most. */
    private static final int SHARE = 20;

    private final Cache<UUID, Gate> gates = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(FORGOTTEN)
            .build();
    private final HookPace pace;
    private final Counter refused;
    private final Clock clock;

    HookLimit(HookPace pace, MeterRegistry metrics, Clock clock) {
        this.pace = pace;
        this.refused = Counter.builder("qliento.trigger.over.limit")
                .description("deliveries beyond what a trigger takes in a minute, of which nothing is kept")
                .register(metrics);
        this.clock = clock;
    }

    /** Lets one more through. Throws {@link Problem}, with when to come again, for one that is too many. */
    void pass(OrganisationId organisation, Trigger trigger) {
        var wait = gates.get(trigger.id(), first -> new Gate()).pass(organisation, trigger, clock.instant());
        if (wait.isZero()) {
            return;
        }
        refused.increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        throw TOO_MANY.because("The trigger takes " + trigger.perMinute()
                        + " deliveries a minute, and more came: nothing of this one is kept. Send it again in "
                        + seconds
                        + " s.")
                .with("most", trigger.perMinute())
                .with("retryAfter", seconds);
    }

    /** What this node may still let through to one trigger. */
    private final class Gate {

        private int perMinute;
        private int batch = 1;
        private int left;
        private Instant until = Instant.MIN;
        private Instant closedUntil = Instant.MIN;

        /** How long to wait; zero for one that passes. Those who come meanwhile wait for what one of them asks for. */
        synchronized Duration pass(OrganisationId organisation, Trigger trigger, Instant now) {
            if (trigger.perMinute() != perMinute) {
                perMinute = trigger.perMinute();
                left = 0;
                closedUntil = Instant.MIN;
            }
            if (left == 0 || !until.isAfter(now)) {
                if (closedUntil.isAfter(now)) {
                    return Duration.between(now, closedUntil);
                }
                take(organisation, trigger, now);
            }
            if (left == 0) {
                return Duration.between(now, closedUntil);
            }
            left--;
            return Duration.ZERO;
        }

        private void take(OrganisationId organisation, Trigger trigger, Instant now) {
            boolean slow = left > 0 || !until.plus(HELD).isAfter(now);
            batch = slow ? 1 : Math.min(batch * 2, Math.max(1, perMinute / SHARE));
            var given = pace.take(organisation, trigger, batch, now);
            left = given.count();
            until = now.plus(HELD);
            closedUntil = left > 0 ? Instant.MIN : given.next();
        }
    }
}
