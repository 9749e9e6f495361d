/**
 * Conversations: takes a contact's next message, runs the flow to its next wait and hands on what it says, all in one
 * transaction. One handler for each block.
 */
@ApplicationModule(
        displayName = "conversation",
        allowedDependencies = {
            "conversation.answer",
            "conversation.customer",
            "conversation.limit",
            "conversation.failure",
            "conversation.offer",
            "conversation.position",
            "conversation.told",
            "organisation",
            "policy",
            "block",
            "rules :: policy",
            "ruleset",
            "channel",
            "consent",
            "contact",
            "call",
            "inbox",
            "outbox",
            "happening",
            "flow",
            "engine",
            "vault",
            "problem",
            "database",
            "connector :: whatsapp",
            "connector :: whatsapp-webhook",
            "rules :: feel",
            "rules :: decision"
        })
@NullMarked
package com.qliento.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
