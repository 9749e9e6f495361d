/** The blocks of a chat: what each of them says, asks, decides or sets when a flow comes to it. One class each. */
@ApplicationModule(
        displayName = "chat",
        allowedDependencies = {
            "block",
            "ruleset",
            "inbox",
            "outbox",
            "connector :: whatsapp",
            "rules :: feel",
            "rules :: decision",
            "conversation"
        })
@NullMarked
package com.qliento.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
