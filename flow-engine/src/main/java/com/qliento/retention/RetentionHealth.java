package com.qliento.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether what is over is ended in time, as a metric and as the health component {@code retention}: down when it lags more
 * than {@link #LATE}. Nobody reads what is over then either, but its keys are still there.
 */
@Component("retentionHealthIndicator")
class RetentionHealth implements HealthIndicator {

    static final Duration LATE = Duration.ofHours(2);

    private final RetentionSweep sweep;

    RetentionHealth(RetentionSweep sweep, MeterRegistry metrics) {
        this.sweep = sweep;
        Gauge.builder("qliento.retention.lag", () -> sweep.lag().toSeconds())
                .description("seconds for which keys of hours that are over could not be destroyed")
                .baseUnit("seconds")
                .register(metrics);
    }

    @Override
    public Health health() {
        var lag = sweep.lag();
        return (lag.compareTo(LATE) > 0 ? Health.down() : Health.up())
                .withDetail("lagSeconds", lag.toSeconds())
                .build();
    }
}
