package com.qliento.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Depth and lag of the inbox: as metrics, and as the health component {@code inbox}, down when messages wait a minute. */
@Component("inboxHealthIndicator")
class InboxHealth implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final InboxStore store;
    private final Clock clock;
    private volatile InboxFigures figures = new InboxFigures(0, 0, 0, 0, 0, null);

    InboxHealth(InboxStore store, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("qliento.inbox.depth", () -> figures.pending())
                .description("messages that wait to be handled")
                .register(metrics);
        Gauge.builder("qliento.inbox.results", () -> figures.results())
                .description("answers and events that flows wait for, not handed to them yet")
                .register(metrics);
        Gauge.builder("qliento.inbox.parked", () -> figures.parked())
                .description("messages put aside for a person")
                .register(metrics);
        Gauge.builder("qliento.inbox.lag.seconds", () -> lag().toMillis() / 1000.0)
                .description("how long the oldest message has waited for its first attempt")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        try {
            figures = store.figures();
        } catch (RuntimeException away) {
            // The database's own health component says so.
            figures = new InboxFigures(
                    figures.pending(), figures.results(), figures.held(), figures.parked(), figures.statuses(), null);
        }
    }

    private Duration lag() {
        Instant oldest = figures.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    @Override
    public Health health() {
        var lag = lag();
        return (lag.compareTo(TOO_LONG) > 0 ? Health.down() : Health.up())
                .withDetail("pending", figures.pending())
                .withDetail("results", figures.results())
                .withDetail("held", figures.held())
                .withDetail("parked", figures.parked())
                .withDetail("lagSeconds", lag.toSeconds())
                .build();
    }
}
