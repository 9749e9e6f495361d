/**
 * How flows and words of a chat write into the ledger of consent: blocks that ask for a consent, note and take back one,
 * words that do so without a flow, and what is looked at in a flow that uses data for more than to serve.
 */
@ApplicationModule(
        displayName = "agreement",
        allowedDependencies = {
            "block",
            "bpmn",
            "check",
            "consent",
            "contact",
            "conversation",
            "database",
            "inbox",
            "connector :: whatsapp",
            "rules :: feel",
            "rules :: policy"
        })
@NullMarked
package com.qliento.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
