/** Flows that other systems begin: for somebody by number or id, in the order of that person's lane. */
@ApplicationModule(
        displayName = "start",
        allowedDependencies = {
            "account",
            "block",
            "bpmn",
            "call",
            "check",
            "organisation",
            "channel",
            "contact",
            "inbox",
            "flow",
            "conversation",
            "run",
            "rules :: feel",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "rest"
        })
@NullMarked
package com.qliento.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
