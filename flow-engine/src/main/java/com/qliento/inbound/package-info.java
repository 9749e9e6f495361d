/** The doors: what WhatsApp posts is verified, sealed, stored and only then answered. */
@ApplicationModule(
        displayName = "inbound",
        allowedDependencies = {
            "organisation",
            "channel",
            "consent",
            "contact",
            "inbox",
            "happening",
            "vault",
            "problem",
            "database",
            "door",
            "security",
            "connector :: whatsapp",
            "connector :: whatsapp-webhook"
        })
@NullMarked
package com.qliento.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
