/**
 * What goes out: kept until WhatsApp has accepted it, sent in order for each contact, within WhatsApp's rates and the
 * 24-hour window, and followed by its delivery statuses.
 */
@ApplicationModule(
        displayName = "outbox",
        allowedDependencies = {
            "account",
            "organisation",
            "channel",
            "consent",
            "door",
            "contact",
            "inbox",
            "happening",
            "vault",
            "media",
            "machine",
            "problem",
            "policy",
            "rules :: policy",
            "database",
            "connector :: http",
            "connector :: whatsapp"
        })
@NullMarked
package com.qliento.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
