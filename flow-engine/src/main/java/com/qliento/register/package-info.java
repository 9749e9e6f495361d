/**
 * The register of processing (GDPR Art. 30(1)): what an organisation processes of people, made at each look from what
 * features say that they keep, from the rules of retention and from the flows that are live. Only who is responsible is
 * written by hand.
 */
@ApplicationModule(
        displayName = "register",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "bpmn",
            "database",
            "flow",
            "organisation",
            "problem",
            "rest",
            "retention",
            "rules :: policy",
            "vault :: spi"
        })
@NullMarked
package com.qliento.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
