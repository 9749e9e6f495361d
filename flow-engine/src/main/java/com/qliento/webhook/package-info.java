/**
 * Tells other systems what happens: endpoints of organisations, what is sent to each, and by which secret it is signed, in
 * the form of Standard Webhooks. Sent at least once and in no order: whoever takes it knows what came before by its id.
 */
@ApplicationModule(
        displayName = "webhook",
        allowedDependencies = {
            "account",
            "audit",
            "organisation",
            "happening",
            "call",
            "guard",
            "connector :: http",
            "vault",
            "vault :: spi",
            "problem",
            "register",
            "database",
            "rest"
        })
@NullMarked
package com.qliento.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
