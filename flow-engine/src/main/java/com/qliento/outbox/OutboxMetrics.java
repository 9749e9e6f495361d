package com.qliento.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Depth of the outbox as metrics. */
@Component
class OutboxMetrics {

    private final OutboxStore store;
    private volatile OutboxFigures figures = new OutboxFigures(0, 0, 0);

    OutboxMetrics(OutboxStore store, MeterRegistry metrics) {
        this.store = store;
        Gauge.builder("qliento.outbox.depth", () -> figures.queued())
                .description("messages that wait to be sent")
                .register(metrics);
        Gauge.builder("qliento.outbox.sending", () -> figures.sending())
                .description("messages whose call is being made")
                .register(metrics);
        Gauge.builder("qliento.outbox.unsure", () -> figures.unsure())
                .description("messages of which it is not known whether WhatsApp has them")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        try {
            figures = store.figures();
        } catch (RuntimeException away) {
            // The database's own health component says so; the last figures stay.
            figures = new OutboxFigures(figures.queued(), figures.sending(), figures.unsure());
        }
    }
}
