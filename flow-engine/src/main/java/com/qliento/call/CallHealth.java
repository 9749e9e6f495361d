package com.qliento.call;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many calls wait and are under way, as metrics and as the health component {@code calls}. That is never down: what
 * waits for somebody else is no fault of this node.
 */
@Component("callsHealthIndicator")
class CallHealth implements HealthIndicator {

    private final CallStore store;
    private volatile CallFigures figures = new CallFigures(0, 0, null);

    CallHealth(CallStore store, CallDesk desk, MeterRegistry metrics) {
        this.store = store;
        Gauge.builder("qliento.call.waiting", () -> figures.waiting())
                .description("calls that wait to be made")
                .register(metrics);
        Gauge.builder("qliento.call.under.way", () -> figures.calling())
                .description("calls that are being made")
                .register(metrics);
        Gauge.builder("qliento.call.held", desk::size)
                .description("calls that this node has in its hands")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        try {
            figures = store.figures();
        } catch (RuntimeException away) {
            // The database's own health component says so; the last figures stay.
            figures = new CallFigures(figures.waiting(), figures.calling(), figures.oldest());
        }
    }

    @Override
    public Health health() {
        var now = figures;
        var health = Health.up().withDetail("waiting", now.waiting()).withDetail("underWay", now.calling());
        return now.oldest() == null
                ? health.build()
                : health.withDetail("oldestDue", now.oldest()).build();
    }
}
