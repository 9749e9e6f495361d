/**
 * Posts webhooks of what is simulated, signed and in order, again until they are taken, and tells how their receiver
 * fares. Knows no system's words.
 */
@ApplicationModule(
        displayName = "simulator.webhook",
        allowedDependencies = {"simulator", "machine", "connector :: whatsapp-webhook"})
@NullMarked
package com.qliento.simulator.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
