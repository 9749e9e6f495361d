/**
 * The blocks of a chat, one bean each: what it is, what is looked at in a flow that has it, and what it says, asks, decides
 * or sets when a flow comes to it. Their words stand beside them.
 */
@ApplicationModule(
        displayName = "chat",
        allowedDependencies = {
            "block",
            "bpmn",
            "check",
            "consent",
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
