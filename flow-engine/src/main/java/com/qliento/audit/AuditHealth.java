package com.qliento.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many entries wait for their place in the chain, as a metric and as the health component {@code audit}: down when one
 * has waited for {@link #LATE} though it should take a second. Nothing is lost then, but what waits is not proven.
 */
@Component("auditHealthIndicator")
class AuditHealth implements HealthIndicator {

    static final Duration LATE = Duration.ofMinutes(5);

    private final AuditChainer chainer;
    private final Clock clock;
    private volatile List<AuditChainer.Waiting> waiting = List.of();
    private volatile boolean late;

    AuditHealth(AuditChainer chainer, Clock clock, MeterRegistry metrics) {
        this.chainer = chainer;
        this.clock = clock;
        Gauge.builder("qliento.audit.waiting", this::entries)
                .description("audit entries that have no place in their chain yet")
                .register(metrics);
    }

    /** Looks after what should be chained by now was chained. */
    @Scheduled(fixedDelay = 30_000)
    void refresh() {
        try {
            waiting = chainer.waiting();
            var oldest = oldest();
            late = oldest != null && oldest.plus(LATE).isBefore(clock.instant());
        } catch (RuntimeException away) {
            // The database's own health component says so; the last figures stay.
            waiting = List.copyOf(waiting);
        }
    }

    private long entries() {
        return waiting.stream().mapToLong(AuditChainer.Waiting::entries).sum();
    }

    private @Nullable Instant oldest() {
        return waiting.stream()
                .map(AuditChainer.Waiting::oldest)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public Health health() {
        var oldest = oldest();
        var health = (late ? Health.down() : Health.up()).withDetail("waiting", entries());
        return oldest == null
                ? health.build()
                : health.withDetail("oldest", oldest).build();
    }
}
