package com.qliento.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * Lets tries that are due at once be made one after the other: each waits up to a fifth longer than it has to, so that an
 * endpoint that comes back is not met by all that waited for it in one burst.
 */
@Component
class RetrySpread {

    private static final double MOST = 0.2;

    private final DoubleSupplier random;

    RetrySpread() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random from 0 to below 1 */
    RetrySpread(DoubleSupplier random) {
        this.random = random;
    }

    Duration of(Duration pause) {
        return pause.plusMillis((long) (pause.toMillis() * MOST * random.getAsDouble()));
    }
}
