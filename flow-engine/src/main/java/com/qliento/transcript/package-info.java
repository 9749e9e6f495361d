/** What was said and which way it went, for people and programs: conversations and messages found, read and counted. */
@ApplicationModule(
        displayName = "transcript",
        allowedDependencies = {
            "account",
            "organisation",
            "rules :: policy",
            "channel",
            "contact",
            "inbox",
            "outbox",
            "flow",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "rest",
            "connector :: whatsapp",
            "connector :: whatsapp-webhook",
            "call",
            "conversation"
        })
@NullMarked
package com.qliento.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
