package com.qliento.vault;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Up when the key database answers. */
final class VaultHealthIndicator implements HealthIndicator {

    private final RootCheck root;

    VaultHealthIndicator(RootCheck root) {
        this.root = root;
    }

    @Override
    public Health health() {
        try {
            root.reach();
            return Health.up().build();
        } catch (KeysUnavailable e) {
            return Health.down().withDetail("reason", e.getMessage()).build();
        }
    }
}
