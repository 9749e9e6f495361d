/**
 * Addresses by which other systems begin flows, or tell flows that wait what happened: who calls one proves themselves as
 * the trigger asks, and fields of what they send become whom the flow is for and what it knows.
 */
@ApplicationModule(
        displayName = "trigger",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "organisation",
            "channel",
            "contact",
            "conversation",
            "event",
            "flow",
            "inbox",
            "start",
            "run",
            "secret",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "door",
            "security",
            "rest"
        })
@NullMarked
package com.qliento.trigger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
