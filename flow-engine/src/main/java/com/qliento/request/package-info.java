/**
 * Requests of flows to other people's servers by HTTP: the block that asks, and who makes the call. What may be reached is
 * the guard's and the list of hosts' matter.
 */
@ApplicationModule(
        displayName = "request",
        allowedDependencies = {
            "account",
            "guard",
            "host",
            "block",
            "bpmn",
            "call",
            "check",
            "consent",
            "conversation",
            "connector :: http",
            "database",
            "organisation",
            "problem",
            "register",
            "rules :: feel",
            "secret",
            "vault"
        })
@NullMarked
package com.qliento.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
