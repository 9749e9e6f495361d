/**
 * The right of access (GDPR Art. 15): all that is kept of a person put together in one package, made in the background,
 * sealed under a key of its own, and gone when its time is over. Asks the features what they keep, and knows none of them.
 */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "call",
            "channel",
            "contact",
            "database",
            "door",
            "organisation",
            "problem",
            "register",
            "rest",
            "vault",
            "vault :: spi",
            "connector :: http"
        })
@NullMarked
package com.qliento.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
