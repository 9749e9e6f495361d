/**
 * Trying a flow: its draft is played with the live engine on a simulated phone, and chats that should stay as they are
 * become its test cases. Nothing of a try reaches a customer, a figure, or - but for the cases one saves - the database.
 */
@ApplicationModule(
        displayName = "tryout",
        allowedDependencies = {
            "account",
            "block",
            "call",
            "contact",
            "conversation",
            "draft",
            "engine",
            "flow",
            "media",
            "organisation",
            "problem",
            "rest",
            "run",
            "connector :: whatsapp",
            "rules :: feel",
            "bpmn"
        })
@NullMarked
package com.qliento.tryout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
