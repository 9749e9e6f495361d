package com.qliento.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.door.TokenBucket;
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
 * How much triggers take: a minute's deliveries at once, then one after the other as a minute has them. Each node counts for
 * itself and in memory: with two of them behind one address twice as much comes through, and a node that starts has counted
 * nothing. Callers are counted before they are proved, since a proof is what costs.
 */
@Component
class HookLimit {

    private static final ProblemType TOO_MANY =
            new ProblemType(ProblemKind.TOO_OFTEN, "too-many-deliveries", "Too much comes to the trigger");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<UUID, Gate> gates = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();
    private final Counter refused;
    private final Clock clock;

    HookLimit(MeterRegistry metrics, Clock clock) {
        this.refused = Counter.builder("qliento.trigger.over.limit")
                .description("deliveries beyond what a trigger takes in a minute, of which nothing is kept")
                .register(metrics);
        this.clock = clock;
    }

    /** Lets one more through. Throws {@link Problem}, with when to come again, for one that is too many. */
    void pass(Trigger trigger) {
        var wait = gates.get(trigger.id(), first -> new Gate()).pass(trigger.perMinute(), clock.instant());
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

    /** What came to one trigger. */
    private static final class Gate {

        private int perMinute;
        private TokenBucket bucket = new TokenBucket(1, MINUTE);

        /** How long to wait; zero for one that passes. */
        synchronized Duration pass(int most, Instant now) {
            if (most != perMinute) {
                bucket = bucket.remeasured(most, MINUTE.dividedBy(most));
                perMinute = most;
            }
            var next = bucket.next(now);
            if (next.isAfter(now)) {
                return Duration.between(now, next);
            }
            bucket.take(now);
            return Duration.ZERO;
        }
    }
}
